import type { Message, Sending } from '../../domain/notice/messages.ts'
import { noSubscription, remembered, type Subscription, sentToday } from '../../domain/notice/subscription.ts'
import type { Template } from '../../domain/notice/templates.ts'
import { beijingDate } from '../../domain/time.ts'
import { collection, command } from './collection.ts'

/** The ledgers of subscription messages, one a person. */
export const subscriptions = collection<Subscription>('subscriptions')

/** The ledgers of these people that exist, in no order. */
export function subscriptionsOf(personIds: readonly string[]): Promise<Subscription[]> {
  return subscriptions.find({ where: { _id: command.in([...personIds]) }, limit: personIds.length })
}

/** One more message of each of these templates; the same request grants once. */
export async function grant(
  personId: string,
  templates: readonly Template[],
  request: string,
): Promise<void> {
  const more = Object.fromEntries(templates.map((template) => [`quota.${template}`, command.inc(1)]))
  const change = { ...more, grants: command.push({ each: [request], slice: -remembered.grants }) }
  const where = { _id: personId, grants: command.nin([request]) }
  if ((await subscriptions.update(where, change)) > 0) return
  const first = {
    ...noSubscription(personId),
    quota: Object.fromEntries(templates.map((template) => [template, 1])),
    grants: [request],
  }
  // It is there when this very request has granted before, or another one has made it meanwhile.
  if (!(await subscriptions.add(first))) await subscriptions.update(where, change)
}

/**
 * Takes a message on its way, in one conditional update: false when something else is on its way or has gone out since
 * the ledger was read, nothing is granted any more, or one of its items has gone out before.
 */
export async function begin(
  ledger: Subscription,
  { template, noticeIds }: Message,
  now: number,
): Promise<boolean> {
  const changed = await subscriptions.update(
    {
      _id: ledger._id,
      sending: null,
      lastAt: ledger.lastAt,
      [`quota.${template}`]: command.gte(1),
      told: command.nin([...noticeIds]),
    },
    {
      sending: command.set({ template, noticeIds, at: now }),
      [`quota.${template}`]: command.inc(-1),
      told: command.push({ each: [...noticeIds], slice: -remembered.told }),
      lastAt: now,
      today: command.set({ day: beijingDate(now), count: sentToday(ledger, now) + 1 }),
    },
  )
  return changed > 0
}

/** Writes down what became of a message on its way; what is not on its way any more is left alone. */
export async function finish(
  personId: string,
  { template, noticeIds }: Pick<Message, 'template' | 'noticeIds'>,
  outcome: Sending,
): Promise<void> {
  const back = { told: command.pullAll([...noticeIds]) }
  // It did not reach them: it is none of those of the day, which is that of `begin`.
  const none = { 'today.count': command.inc(-1) }
  const changes: Record<Sending, Record<string, unknown>> = {
    sent: {},
    // It may have gone out.
    unknown: {},
    refused: { [`quota.${template}`]: 0, ...back, ...none },
    busy: { [`quota.${template}`]: command.inc(1), ...back, ...none },
    // None of it reached the person, and none of it ever will.
    wrong: { [`quota.${template}`]: command.inc(1), ...none },
  }
  await subscriptions.update(
    { _id: personId, 'sending.noticeIds': command.all([...noticeIds]) },
    { sending: command.set(null), ...changes[outcome] },
  )
}
