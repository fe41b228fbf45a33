import type { Input, Output } from '../../../domain/contract'
import { pointsLimits } from '../../../domain/points/limits'
import { dayOf, endOf, momentOf } from '../dayField'

/** A reward as its form holds it: what is typed, as typed. */
export interface Draft {
  name: string
  kind: Input<'reward.save'>['kind']
  words: string
  unit: string
  cost: string
  pickUp: string
  period: 'once' | 'month'
  size: string
  perPerson: string
  cancellable: boolean
  shown: boolean
  /** The photo that it has, by its file id; one that was just chosen lies on the phone. */
  photo: string | null
  /** null: the place itself. A kept draft would lose what is undefined. */
  merchant: { id: string; name: string } | null
  /** From and to which day, as pickers know it; '' at once, and for good. */
  from: string
  until: string
}

type Shelved = Output<'reward.list'>['rows'][number]

export const draftOf = (reward: Shelved | undefined): Draft => ({
  name: reward?.name ?? '',
  kind: reward?.kind ?? 'goods',
  words: reward?.words ?? '',
  unit: reward?.unit ?? '份',
  cost: reward ? String(reward.cost) : '',
  pickUp: reward?.pickUp ?? '',
  period: reward?.stock.period ?? 'once',
  size: reward ? String(reward.stock.size) : '',
  perPerson: String(reward?.perPerson ?? 1),
  cancellable: reward?.cancellable ?? true,
  shown: reward?.shown ?? true,
  photo: reward?.photo ?? null,
  merchant: reward?.merchant ?? null,
  from: reward ? dayOf(reward.from) : '',
  until: reward && reward.until !== null ? dayOf(reward.until) : '',
})

/** What is missing, in words; undefined when it can be put up. */
export function missing({
  name,
  unit,
  cost,
  pickUp,
  size,
  perPerson,
  from,
  until,
}: Draft): string | undefined {
  if (name.trim() === '') return '写上叫什么'
  if (!isCount(cost, 1)) return '写上要多少分'
  if (!isCount(size, 0)) return '写上有多少'
  if (!isCount(perPerson, 1)) return '写上每人能换几个'
  if (unit.trim() === '') return '写上论什么算，比如“副”'
  if (pickUp.trim() === '') return '写上在哪里领'
  if (until !== '' && from !== '' && until < from) return '到期的日子在开始以前，改一改'
  return undefined
}

/** Who decides on it: above a limit two people do. */
export const approversWords = (cost: string): string =>
  Number(cost) > pointsLimits.fourEyes
    ? `超过 ${pointsLimits.fourEyes} 分：两位书记批，或者书记和街道各批一次`
    : '一位书记批；自己换的自己不能批'

const isCount = (typed: string, least: number) => /^\d{1,5}$/.test(typed.trim()) && Number(typed) >= least

/** What the function is asked to store; `photo`: the file id of one that was just sent up. */
export function inputOf(
  draft: Draft,
  reward: Shelved | undefined,
  photo: string | undefined,
): Input<'reward.save'> {
  const { name, kind, words, unit, cost, pickUp, period, size, perPerson, cancellable, shown } = draft
  const picture = photo ?? draft.photo
  // A day that was not touched keeps its very moment.
  const isSameDay = reward !== undefined && dayOf(reward.from) === draft.from
  const from = isSameDay ? reward.from : draft.from === '' ? undefined : momentOf(draft.from, '00:00')
  return {
    ...(reward && { id: reward.id, version: reward.version }),
    ...(from !== undefined && { from }),
    until: draft.until === '' ? null : endOf(draft.until),
    ...(picture !== null && { photo: picture }),
    ...(draft.merchant && { merchantId: draft.merchant.id }),
    name: name.trim(),
    kind,
    words: words.trim(),
    unit: unit.trim(),
    cost: Number(cost),
    pickUp: pickUp.trim(),
    stock: { period, size: Number(size) },
    perPerson: Number(perPerson),
    cancellable,
    shown,
  }
}
