/** Limits of what administrators add to the suggestions. Lengths in characters. */
export const suggestionLimits = { text: 100, perCategory: 40, page: 20 } as const
