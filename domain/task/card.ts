import { type Task, taken } from './task.ts'

/** What the card of a task in a group chat shows: WeChat's wording is fixed (facts/wechat.md, Groups). */
export interface CardState {
  /** 0: 成员正在加入，当前 n/m 人; 1: 已开始. */
  target: 0 | 1
  joined: number
  limit: number
}

/** How long WeChat keeps a card alive. */
export const cardLasts = 24 * 3_600_000

/** What the cards should say now; full, begun, over and called off are the end. */
export function cardState(task: Pick<Task, 'phase' | 'free' | 'places' | 'from'>, now: number): CardState {
  const ended = task.phase !== 'published' || task.free === 0 || now >= task.from
  return { target: ended ? 1 : 0, joined: taken(task), limit: task.places }
}

const said = ({ target, joined, limit }: CardState): string => `${target}:${joined}/${limit}`

export interface Card {
  activityId: string
  until: number
  /** What it shows, as `said`; empty before it was told anything. */
  shown: string
}

/** A new card in a group chat. */
export const newCard = (activityId: string, now: number): Card => ({
  activityId,
  until: now + cardLasts,
  shown: '',
})

/** The card that can be shared again; undefined when a new one is needed. */
export const livingCard = ({ cards }: Pick<Task, 'cards'>, now: number): Card | undefined =>
  cards.find(({ until, shown }) => until > now + 3_600_000 && !shown.startsWith('1'))

/** Cards that show something else than they should, and what they should show. What has ended stays ended. */
export function cardsToTell(task: Task, now: number): { card: Card; state: CardState }[] {
  const state = cardState(task, now)
  return task.cards
    .filter(({ until, shown }) => until > now && shown !== said(state) && !shown.startsWith('1'))
    .map((card) => ({ card, state }))
}

/** The cards after they were told; those that are over are dropped. */
export function toldCards(task: Task, now: number): Card[] {
  const shown = said(cardState(task, now))
  return task.cards
    .filter(({ until }) => until > now)
    .map((card) => (card.shown.startsWith('1') ? card : { ...card, shown }))
}

/** When the cards must be told next: at once while one is behind, and when the task begins. */
export function nextCardTick(task: Task): number[] {
  const living = task.cards.filter(({ shown }) => !shown.startsWith('1'))
  if (living.length === 0) return []
  return cardsToTell(task, task.updatedAt).length > 0 ? [0] : [Math.max(task.from, task.updatedAt)]
}
