import type { Input, Output } from '../../../domain/contract'

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
})

/** What is missing, in words; undefined when it can be put up. */
export function missing({ name, unit, cost, pickUp, size, perPerson }: Draft): string | undefined {
  if (name.trim() === '') return '写上叫什么'
  if (!isCount(cost, 1)) return '写上要多少分'
  if (!isCount(size, 0)) return '写上有多少'
  if (!isCount(perPerson, 1)) return '写上每人能换几个'
  if (unit.trim() === '') return '写上论什么算，比如“副”'
  if (pickUp.trim() === '') return '写上在哪里领'
  return undefined
}

const isCount = (typed: string, least: number) => /^\d{1,5}$/.test(typed.trim()) && Number(typed) >= least

/** What the function is asked to store. */
export function inputOf(draft: Draft, reward: Shelved | undefined): Input<'reward.save'> {
  const { name, kind, words, unit, cost, pickUp, period, size, perPerson, cancellable, shown } = draft
  return {
    ...(reward && {
      id: reward.id,
      version: reward.version,
      from: reward.from,
      until: reward.until,
      ...(reward.photo !== undefined && { photo: reward.photo }),
      ...(reward.merchant && { merchantId: reward.merchant.id }),
    }),
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
