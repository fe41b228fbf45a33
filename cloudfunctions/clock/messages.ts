import {
  againAfter,
  asThing,
  asTime,
  compose,
  type Message,
  messaged,
  waitsForNothing,
} from '../../domain/notice/messages.ts'
import type { Notice } from '../../domain/notice/notice.ts'
import { pageOf } from '../../domain/notice/pages.ts'
import { isAbandoned, type Subscription, sentToday } from '../../domain/notice/subscription.ts'
import { templatesOf } from '../../domain/notice/templates.ts'
import { fewest, longest, type Overrides } from '../../domain/settings/overrides.ts'
import { stepFailed } from '../log.ts'
import { dueMessages, sendLater, sendNoMore } from '../store/notices.ts'
import { openidsOf } from '../store/people.ts'
import { begin, finish, subscriptionsOf } from '../store/subscriptions.ts'
import { sendMessage } from '../store/wechat.ts'

const batch = 200
const together = 10
/** Another run has it in hand; looked at again after this, in milliseconds. */
const inHand = 60_000

const templates = templatesOf(process.env.TARO_APP_TEMPLATES ?? '')

/**
 * Sends what has come into inboxes as subscription messages, batch after batch, until nothing is due or time is up. It may
 * be broken off anywhere and run twice at once: a message is taken on its way first, and what has been on its way once
 * never goes out again, unless WeChat said that it did not take it.
 */
export async function sendMessages(
  now: () => number,
  until: number,
  cities: readonly Overrides[],
): Promise<void> {
  const pace: Pace = {
    apart: longest(cities, 'mergeMinutes') * 60_000,
    perDay: fewest(cities, 'dayMessages'),
  }
  while (now() < until) {
    const at = now()
    const due = await dueMessages(at, batch)
    if (due.length === 0) return
    const ids = [...new Set(due.map(({ personId }) => personId))]
    const [ledgers, openids] = await Promise.all([subscriptionsOf(ids), openidsOf(ids)])
    const granting = new Map(ledgers.map((ledger) => [ledger._id, ledger]))
    const silent = due.filter(({ personId }) => !granting.has(personId) || !openids.has(personId))
    await sendNoMore(silent.map(({ _id }) => _id))
    for (let start = 0; start < ledgers.length; start += together) {
      const moment = now()
      // Where WeChat is slow a batch takes longer than a run may.
      if (moment >= until) return
      await Promise.all(
        ledgers.slice(start, start + together).map((ledger) => {
          const mine = due.filter(({ personId }) => personId === ledger._id)
          return sendTo(ledger, openids.get(ledger._id), mine, moment, pace)
        }),
      )
    }
  }
}

interface Pace {
  /** Milliseconds after a message within which nothing more goes to the same person; what comes meanwhile goes as one. */
  apart: number
  /** Messages that one person gets on one day, at most. Danger is not held back. */
  perDay: number
}

/** What is due for one person. What fails waits, and does not stand in the way of others. */
async function sendTo(
  ledger: Subscription,
  openid: string | undefined,
  due: readonly Notice[],
  now: number,
  pace: Pace,
): Promise<void> {
  if (openid === undefined) return
  try {
    await next(ledger, openid, due, now, pace)
  } catch (error) {
    stepFailed('messages', error)
    await sendLater(idsOf(due), now + inHand, 0)
  }
}

async function next(
  ledger: Subscription,
  openid: string,
  due: readonly Notice[],
  now: number,
  { apart, perDay }: Pace,
): Promise<void> {
  const { sending, told } = ledger
  if (sending && !isAbandoned(ledger, now)) return sendLater(idsOf(due), now + inHand, 0)
  if (sending) {
    // A run was broken off: nobody knows whether it went out, so it does not go out again.
    await sendNoMore(sending.noticeIds)
    await finish(ledger._id, sending, 'unknown')
  }
  const waiting = due.filter(({ _id }) => !told.includes(_id))
  await sendNoMore(idsOf(due.filter(({ _id }) => told.includes(_id))))
  const quietUntil = ledger.lastAt + apart
  const isQuiet = now < quietUntil
  const isFull = sentToday(ledger, now) >= perDay
  const mayGo = waiting.filter((each) => isDanger(each) || !(isQuiet || isFull))
  const { message, left } = compose(mayGo, ledger.quota)
  await sendNoMore(idsOf(left))
  const held = idsOf(waiting.filter((each) => !mayGo.includes(each)))
  // Who has had enough for a day finds the rest in the inbox.
  if (isFull) await sendNoMore(held)
  else await sendLater(held, quietUntil, 0)
  if (message) await send(ledger, openid, message, waiting, now)
}

async function send(
  ledger: Subscription,
  openid: string,
  message: Message,
  due: readonly Notice[],
  now: number,
): Promise<void> {
  const setting = templates.get(message.template)
  if (!setting) return sendNoMore(message.noticeIds)
  if (!(await begin(ledger, message, now))) return sendLater(message.noticeIds, now + inHand, 0)
  const outcome = await sendMessage({
    openid,
    templateId: setting.id,
    page: pageOf(message.about),
    fields: {
      [setting.what]: asThing(message.what),
      [setting.note]: asThing(message.note),
      [setting.at]: asTime(message.at),
    },
  })
  if (outcome === 'busy') {
    const tries = Math.max(...due.filter(({ _id }) => message.noticeIds.includes(_id)).map(triesOf))
    const wait = againAfter(tries)
    if (wait === undefined) await sendNoMore(message.noticeIds)
    else await sendLater(message.noticeIds, now + wait, 1)
  } else if (outcome !== 'refused') await sendNoMore(message.noticeIds)
  // Refused: nothing is granted any more, so the next look leaves them in the inbox.
  await finish(ledger._id, message, outcome)
}

const idsOf = (items: readonly Notice[]) => items.map(({ _id }) => _id)
const triesOf = ({ send }: Notice) => send?.tries ?? 0
const isDanger = ({ news }: Notice) => {
  const [template] = messaged[news] ?? []
  return template !== undefined && waitsForNothing(template)
}
