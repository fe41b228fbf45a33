import type { Appeal, Outgoing } from '../appeal/appeal.ts'
import { audienceOf, type News, newsWords } from '../appeal/news.ts'
import { maskContacts } from '../appeal/privacy.ts'
import { waivedWords } from '../relief/words.ts'
import { titleForOthers } from '../safety/seeing.ts'
import { settingOf } from '../settings/settings.ts'
import type { TaskNews } from '../task/news.ts'

/** One item of somebody's inbox. */
export interface Notice {
  /** Derived from the event and the person, so that it is stored once however often it is made. */
  _id: string
  personId: string
  at: number
  news: News | TaskNews | 'redemption' | 'pointsExpiring' | 'pointsReview' | 'honour' | 'incident'
  head: string
  sentence: string
  /** What a tap opens, and as whom it is read there. */
  about: {
    id: string
    as:
      | 'person'
      | 'staff'
      | 'passerBy'
      | 'volunteer'
      | 'redemption'
      | 'points'
      | 'review'
      | 'honour'
      | 'honourDesk'
      | 'health'
  }
  read: boolean
  /** Of an appeal that closes by itself after other days than the standard, when nobody answers. */
  closeDays?: number
  /** When it is to go out as a message, and how often that was tried; absent: it goes out no more, or never did. */
  send?: { at: number; tries: number }
}

/**
 * What an appeal's outbox asks to be told, ready to be stored. What the log does not know any more is left out, and who
 * asked and is gone.
 */
export function noticesOf(
  appeal: Pick<
    Appeal,
    '_id' | 'title' | 'category' | 'reporterId' | 'gone' | 'reopens' | 'events' | 'safety' | 'terms'
  >,
  outbox: readonly Outgoing[],
): Notice[] {
  const closeDays = appeal.terms?.closeDays
  return outbox.flatMap(({ sequence, personId, news }) => {
    const event = appeal.events[sequence - 1]
    if (!event || personId === appeal.gone) return []
    const organisation =
      event.changes.organisation?.name ??
      event.organisation?.name ??
      event.actor.organisation?.name ??
      holderAt(appeal.events, sequence)
    const { letter, answer } = event.changes.reliefCase ?? {}
    const relief = {
      ...(letter && { letter: letter.number }),
      ...(answer && { waived: waivedWords(answer) }),
    }
    const as = audienceOf(news)
    const title = as === 'passerBy' ? titleForOthers(appeal) : appeal.title
    const words = excerpt(maskContacts(event.words))
    const details = { title, organisation, words, again: againWords(appeal) }
    return [
      {
        _id: `${appeal._id}-${sequence}-${personId}`,
        personId,
        at: event.at,
        news,
        ...newsWords(news, { ...details, ...relief }),
        about: { id: appeal._id, as },
        read: false,
        ...(closeDays !== undefined && asksForAnswer({ news }) && { closeDays }),
      } as const,
    ]
  })
}

/** Whether it can still be reopened, and how long: of the city's own days. */
function againWords({ reopens, terms }: Pick<Appeal, 'reopens' | 'terms'>): string {
  if (reopens >= settingOf(terms, 'reopens')) return ''
  return `没办好，${settingOf(terms, 'reopenDays')} 天内还能重开。`
}

/** The organisation that had an appeal when a step was taken that names none: the timer belongs to none. */
function holderAt(events: Appeal['events'], sequence: number): string {
  const known = events.slice(0, sequence).flatMap(({ changes }) => changes.organisation?.name ?? [])
  return known.at(-1) ?? ''
}

const longest = 60
function excerpt(words: string): string {
  const characters = [...words]
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : words
}

/** News that one tap answers: 满意, 部分, 不满意. */
const asking: readonly Notice['news'][] = ['resolved', 'resolvedUnsolved', 'unanswered', 'unmergedResolved']

/** Whether an item waits for the person's word. */
export const asksForAnswer = ({ news }: Pick<Notice, 'news'>): boolean => asking.includes(news)

/** Items of an inbox on one page. */
export const noticesShown = 20
