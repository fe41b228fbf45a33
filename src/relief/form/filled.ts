import type { Input } from '../../../domain/contract'

export type ReliefInput = NonNullable<Input<'appeal.submit'>['relief']>
export type ReliefDraft = Partial<ReliefInput>

/** What is still to be chosen, said as what to do; undefined when nothing is. */
export function missing({ platform, orderNumber, fineYuan, cause }: ReliefDraft): string | undefined {
  if (!platform?.trim()) return '点一下是哪个平台'
  if (!orderNumber?.trim()) return '写一下订单号后四位'
  if (fineYuan === undefined) return '点一下罚了多少'
  return cause ? undefined : '点一下是什么原因'
}

/** The whole of it, the order number cut to what is kept; undefined while something is missing. */
export function filled(draft: ReliefDraft, now: number): ReliefInput | undefined {
  const { platform, orderNumber, fineYuan, cause, occurredAt = now } = draft
  if (missing(draft) || !platform || !orderNumber || fineYuan === undefined || !cause) return undefined
  return { platform: platform.trim(), orderNumber: lastFour(orderNumber), fineYuan, cause, occurredAt }
}

const lastFour = (orderNumber: string) => [...orderNumber.trim()].slice(-4).join('')
