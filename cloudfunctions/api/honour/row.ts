import type { Output } from '../../../domain/contract.ts'
import type { Honour } from '../../../domain/honour/honour.ts'

/** An honour as everybody reads it. */
export function honourRow({
  _id,
  kind,
  name,
  organisation,
  reason,
  facts,
  state,
  publishedAt,
  createdAt,
  noticeEnds,
}: Omit<Honour, 'objections' | 'log' | 'outbox'>): Output<'honour.public'>['rows'][number] {
  return {
    id: _id,
    kind,
    name,
    place: organisation.name,
    reason,
    facts,
    state,
    at: publishedAt || createdAt,
    noticeEnds,
  }
}
