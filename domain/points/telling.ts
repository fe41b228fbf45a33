import type { Notice } from '../notice/notice.ts'
import { inBeijing } from '../time.ts'
import { expiresAt } from './expiry.ts'
import { isTold, type Redemption, type ToldState } from './redemption.ts'

/** What the person is told of a redemption, by the state that it came into. */
const sentences: Record<ToldState, readonly [head: string, sentence: string]> = {
  approved: ['批了，可以去领', '{name}等您领，{day}前到{place}，出示领取码。'],
  fulfilled: ['领到了', '{name}领走了，扣了 {points} 分。谢谢您做的这些。'],
  rejected: ['这次没批', '{name}：{words} {points} 分退回来了，一分没少。'],
  expired: ['过期没领，分退了', '{name}过了日子没领，{points} 分退回来了。'],
}

/** The item of the inbox; its id comes from the step, so that it is stored once. */
export function redemptionNotice({
  _id,
  personId,
  state,
  reward,
  points,
  pickUp,
  expiresAt: until,
  log,
  updatedAt,
}: Redemption): Notice {
  if (!isTold(state)) throw new Error(`nobody is told that a redemption is ${state}`)
  const [head, sentence] = sentences[state]
  const said = log.at(-1)?.words ?? ''
  const details: Record<string, string> = {
    name: reward.name,
    day: inBeijing(until).format('M月D日'),
    place: pickUp,
    points: String(points),
    words: said && !/[。！？]$/.test(said) ? `${said}。` : said,
  }
  return {
    _id: `${_id}-${state}`,
    personId,
    at: updatedAt,
    news: 'redemption',
    head,
    sentence: sentence.replace(/\{(\w+)\}/g, (_, name: string) => details[name] ?? ''),
    about: { id: _id, as: 'redemption' },
    read: false,
  }
}

/** Thirty days before points are gone. */
export function expiringNotice(personId: string, points: number, year: number, now: number): Notice {
  const lastDay = inBeijing(expiresAt(year) - 1).format('M月D日')
  return {
    _id: `expiring-${personId}-${year}`,
    personId,
    at: now,
    news: 'pointsExpiring',
    head: '有积分快到期了',
    sentence: `${points} 分 ${lastDay}到期，超市里看看能换什么。`,
    about: { id: personId, as: 'points' },
    read: false,
  }
}
