/** What any operation may be answered with, and what to do about it. */
export const statuses = {
  400: "The request was refused; readVendorMessage() holds the vendor's words.",
  401: "The token was refused, also a fresh one: check client id, secret and environment.",
  403: "The token is good, but not for this host or feature.",
  404: "There is no such case, step or document.",
  410: "The sandbox tenant has expired or was removed; the vendor sets up another.",
} as const;

/** {@link statuses} of what changes nothing, so that asking again is all there is to do. */
export const readStatuses = {
  ...statuses,
  500: "The vendor failed; readVendorMessage() holds its words.",
  504: "The vendor's gateway gave up after 300 s.",
} as const;

/** {@link statuses} of a form with a file. */
export const uploadStatuses = {
  ...statuses,
  415: "The form was not taken for one; a proxy may have changed its content type.",
} as const;

/** {@link readStatuses} of a report. */
export const reportStatuses = {
  ...readStatuses,
  409: "The case is still being built, or its report is: wait, then ask again.",
} as const;
