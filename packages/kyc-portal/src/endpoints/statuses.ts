/** What the caller can do about each status. */
type Statuses = Readonly<Record<number, string>>;

/** Some statuses, and others that are added or said otherwise. A spread would keep a contract in every bundle. */
/* @__NO_SIDE_EFFECTS__ */
export function and(some: Statuses, others: Statuses): Statuses {
  return { ...some, ...others };
}

/** What any operation may be answered with, and what to do about it. */
export const statuses: Statuses = {
  400: "The request was refused; readVendorMessage() holds the vendor's words.",
  401: "The token was refused, also a fresh one: check client id, secret and environment.",
  403: "The token is good, but not for this host or feature.",
  404: "There is no such case, step or document.",
  410: "The sandbox tenant has expired or was removed; the vendor sets up another.",
};

/** {@link statuses} of what changes nothing, so that asking again is all there is to do. */
export const readStatuses: Statuses = /* @__PURE__ */ and(statuses, {
  500: "The vendor failed; readVendorMessage() holds its words.",
  504: "The vendor's gateway gave up after 300 s.",
});

/** {@link statuses} of a form with a file. */
export const uploadStatuses: Statuses = /* @__PURE__ */ and(statuses, {
  415: "The form was not taken for one; a proxy may have changed its content type.",
});

/** {@link readStatuses} of a report. */
export const reportStatuses: Statuses = /* @__PURE__ */ and(readStatuses, {
  409: "The case is still being built, or its report is: wait, then ask again.",
});
