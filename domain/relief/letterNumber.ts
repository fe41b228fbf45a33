import { type CommitteeTrade, committeeNames, type OrganisationReference } from '../place/organisation.ts'
import { inBeijing } from '../time.ts'

const shortTrades: Record<CommitteeTrade, string> = {
  delivery: '网约',
  express: '快递',
  transport: '交运',
  internet: '互联网',
}

/** The year in Beijing that a letter is numbered in. */
export const letterYear = (at: number): number => inBeijing(at).year()

/** The number of a letter, such as 沈河网约党函〔2026〕12号: counted by organisation and year. */
export function letterNumber(
  { name, trade, kind }: Pick<OrganisationReference, 'name' | 'trade' | 'kind'>,
  year: number,
  count: number,
): string {
  return `${signOf({ name, trade, kind })}〔${year}〕${count}号`
}

// 沈河区网约配送行业党委 → 沈河网约党函, 沈河区两新工委 → 沈河两新函. A county keeps its 县: a city may bear the same name.
function signOf({
  name,
  trade,
  kind,
}: {
  name: string
  trade: CommitteeTrade | undefined
  kind: OrganisationReference['kind']
}): string {
  const body = trade ? `${committeeNames[trade]}行业党委` : kind === 'newSectorCommittee' ? '两新工委' : ''
  if (body === '' || !name.endsWith(body)) return `${name}函`
  const area = name.slice(0, -body.length).replace(/^(.{2,}?)(?:新区|区|市)$/, '$1')
  return `${area}${trade ? `${shortTrades[trade]}党` : '两新'}函`
}
