/** Which form a report has. A file of its own: who makes a report need not carry the schema that checks one. */

/** Raised when a reader of older reports would misunderstand a newer one. */
export const REPORT_VERSION = 1;
