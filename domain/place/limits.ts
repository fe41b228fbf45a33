/** Limits of organisations, used by the forms and by the contract alike. Lengths in characters. */
export const placeLimits = {
  name: 40,
  phone: 20,
  /** Points of a boundary, the closing one included. */
  boundaryPoints: 500,
  boundaryText: 60_000,
  /** Organisations closed or opened with one tap. */
  batch: 50,
  /** Documents that one call carries over after a move, a rename or a merger. */
  settle: 50,
  page: 50,
  exported: 200,
  /** Of a table that is imported: bytes and rows of one call. */
  csvBytes: 80 * 1024,
  csvRows: 100,
  /** How far away the nearest community may be, in metres (appeals.md, Routing). */
  near: 3000,
  nearest: 5,
} as const
