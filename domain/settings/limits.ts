/** Limits of what is said about settings. Lengths in characters. */
export const settingsLimits = { words: 200, page: 20 } as const
