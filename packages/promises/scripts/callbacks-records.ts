import type { KryptogoReader } from "@x/kryptogo/callbacks";

/** Reads records of nobody without a network: what is measured is the receiver. */
export const getIdvTaskFixture: KryptogoReader = {
  idv: {
    get: async ({ idv_id }) =>
      await Promise.resolve({ idv_task_id: idv_id, state: 0, audit_status: "Accepted", audit_timestamp: 1 }),
  },
  searchTasks: {
    getSummary: async ({ task_id }) =>
      await Promise.resolve({ task_id, progress: 100, audit_time: 1, report: { accepted: true } }),
  },
};
