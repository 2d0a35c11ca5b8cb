import { describe, expect, test, vi } from "vitest";
import { DriftLog } from "../../src/drift-log.js";
import { notify } from "../../src/hooks.js";

const tick = async (): Promise<void> => await new Promise((resolve) => setImmediate(resolve));

describe("an observer", () => {
  test("is told the event", () => {
    const observer = vi.fn();
    notify({}, observer, { n: 1 });
    expect(observer.mock.calls).toEqual([[{ n: 1 }]]);
  });

  test("may be missing, which is nothing to tell", () => {
    const onHookError = vi.fn();
    expect(() => notify({}, undefined, {})).not.toThrow();
    notify({ onHookError }, undefined, {});
    expect(onHookError).not.toHaveBeenCalled();
  });

  test.each([[undefined], [null], [5], [{ then: 1 }]])("may return what it likes: %j", (result) => {
    const onHookError = vi.fn();
    notify({ onHookError }, () => result, {});
    expect(onHookError).not.toHaveBeenCalled();
  });

  test("changes nothing when it throws, and what it throws is told", () => {
    const onHookError = vi.fn();
    const failure = new Error("x");
    notify(
      { onHookError },
      () => {
        throw failure;
      },
      {},
    );
    expect(onHookError.mock.calls).toEqual([[failure]]);
  });

  test("changes nothing when it throws and nobody is there to be told", () => {
    expect(() =>
      notify(
        {},
        () => {
          throw new Error("x");
        },
        {},
      ),
    ).not.toThrow();
  });

  test("changes nothing when the one who is told throws as well", () => {
    const onHookError = vi.fn(() => {
      throw new Error("y");
    });
    expect(() =>
      notify(
        { onHookError },
        () => {
          throw new Error("x");
        },
        {},
      ),
    ).not.toThrow();
    expect(onHookError).toHaveBeenCalledTimes(1);
  });

  test("that is asynchronous may fail later: it does not end the process", async () => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    try {
      const onHookError = vi.fn();
      const failure = new Error("x");
      notify({ onHookError }, async () => await Promise.reject(failure), {});
      notify({}, async () => await Promise.reject(failure), {});
      notify({ onHookError: async () => await Promise.reject(failure) }, async () => await Promise.reject(failure), {});
      await tick();
      await tick();
      expect(onHookError.mock.calls).toEqual([[failure]]);
      expect(unhandled).not.toHaveBeenCalled();
    } finally {
      process.off("unhandledRejection", unhandled);
    }
  });

  test("is not waited for", () => {
    notify({}, async () => await new Promise(() => undefined), {});
  });
});

describe("drift", () => {
  test("is told once for each operation, field and kind", () => {
    const onDrift = vi.fn();
    const log = new DriftLog("vendor", { onDrift });
    for (let answer = 0; answer < 100; answer++) {
      log.report("getThing", { path: "state", kind: "unknown_value", fatal: false });
      log.report("getThing", { path: "state", kind: "missing_field", fatal: true });
      log.report("getThing", { path: "other", kind: "unknown_value", fatal: false });
      log.report("listThings", { path: "state", kind: "unknown_value", fatal: false });
    }
    expect(onDrift.mock.calls).toEqual([
      [{ vendor: "vendor", operation: "getThing", path: "state", kind: "unknown_value" }],
      [{ vendor: "vendor", operation: "getThing", path: "state", kind: "missing_field" }],
      [{ vendor: "vendor", operation: "getThing", path: "other", kind: "unknown_value" }],
      [{ vendor: "vendor", operation: "listThings", path: "state", kind: "unknown_value" }],
    ]);
  });

  test("is told by each client on its own", () => {
    const onDrift = vi.fn();
    for (let client = 0; client < 2; client++)
      new DriftLog("vendor", { onDrift }).report("getThing", { path: "state", kind: "unknown_value", fatal: false });
    expect(onDrift).toHaveBeenCalledTimes(2);
  });

  test("is remembered within bounds", () => {
    const onDrift = vi.fn();
    const log = new DriftLog("vendor", { onDrift });
    for (let n = 0; n < 12_000; n++) log.report("getThing", { path: `field${n}`, kind: "unknown_field", fatal: false });
    expect(onDrift).toHaveBeenCalledTimes(10_000);
  });

  test("changes nothing when the observer throws", () => {
    const onHookError = vi.fn();
    const log = new DriftLog("vendor", {
      onDrift: () => {
        throw new Error("x");
      },
      onHookError,
    });
    expect(() => log.report("getThing", { path: "a", kind: "unknown_field", fatal: false })).not.toThrow();
    expect(onHookError).toHaveBeenCalledTimes(1);
  });
});
