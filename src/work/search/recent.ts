import { forget, keep, recall } from '../../call/storage'

const shelf = 'searches'
const most = 8

/** What was looked for on this phone, the last one first. */
export const recentSearches = (): string[] => recall<string[]>(shelf) ?? []

export function rememberSearch(typed: string): void {
  const text = typed.trim()
  if (text) keep(shelf, [text, ...recentSearches().filter((each) => each !== text)].slice(0, most))
}

export const forgetSearches = (): void => forget(shelf)
