import { indexes } from '../../cloudfunctions/store/indexes.ts'

/** Refers to much, and nothing refers to it: read first, so that what it refers to is read later and is there. */
const first = ['notices', 'subscriptions', 'checks', 'looks', 'rankings', 'standings', 'teamTotals']
/** Is referred to, or says what was done: read last. */
const last = ['people', 'organisations', 'audit']

/**
 * In which order a backup reads the collections: the balances before the entries, for the second look (ledger.ts), and
 * what refers before what is referred to.
 */
export function backupOrder(names: readonly string[] = Object.keys(indexes)): string[] {
  const rank = (name: string) => {
    if (name === 'accounts') return 0
    if (first.includes(name)) return 1
    return last.includes(name) ? 3 + last.indexOf(name) : 2
  }
  return [...names].sort((a, b) => rank(a) - rank(b))
}
