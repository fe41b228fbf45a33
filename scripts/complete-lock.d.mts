/** Adds the optional packages that a lock file names and doesn't hold; returns how many. */
export function complete(lock: unknown): number
