const offset = 8 * 3_600_000
const day = 86_400_000

/** The day in Beijing that a moment falls on, as pickers know it: 2026-12-02. */
export const dayOf = (at: number): string => new Date(at + offset).toISOString().slice(0, 10)

/** The last minute of a day in Beijing: what is to be done by it may be done on it. */
export const endOf = (name: string): number => Date.parse(`${name}T00:00:00Z`) - offset + day - 60_000

/** A day and a time of day in Beijing: 2026-12-02, 09:30. */
export const momentOf = (name: string, time: string): number => Date.parse(`${name}T${time}:00Z`) - offset
