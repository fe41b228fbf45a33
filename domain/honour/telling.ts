import type { Notice } from '../notice/notice.ts'
import { inBeijing } from '../time.ts'
import type { Honour, HonourAction, HonourNews, HonourState } from './honour.ts'
import { honourKinds } from './kinds.ts'

type Words = readonly [head: string, sentence: string]

/** What the person is told, by the step and what came of it. */
const toPerson: Partial<Record<`${HonourAction} ${HonourState}`, Words>> = {
  'nominate proposed': ['{place}提名您当“{kind}”', '{words}还要复核、公示。不想要，点开说一声就行。'],
  'sign notice': ['“{kind}”开始公示了', '复核过了，公示到 {day}。不想要，点开说一声就行。'],
  'refuse refused': ['“{kind}”这次没评上', '{words}您做的都记着，谢谢您。'],
  'endNotice awarded': ['您是“{kind}”了', '公示完了，大家都认。奖状在这里，点开存下来。'],
  'endNotice contested': ['“{kind}”还在看', '公示时有人有话说，正在核对，结果告诉您。'],
  'decide awarded': ['您是“{kind}”了', '有人有话说，核对过了，给您。奖状点开存下来。'],
  'decide refused': ['“{kind}”这次没评上', '{words}您做的都记着，谢谢您。'],
}
/** What those are told who nominated or signed. */
const toStaff: Partial<Record<`${HonourAction} ${HonourState}`, Words>> = {
  'sign notice': ['{name}的“{kind}”公示了', '到 {day}为止，没有异议就授予。'],
  'refuse refused': ['{name}的“{kind}”没通过复核', '{words}'],
  'endNotice awarded': ['{name}是“{kind}”了', '公示到期，没有异议。'],
  'endNotice contested': ['{name}的“{kind}”有异议', '公示到期，有 {count} 条异议，请复核的人看过再定。'],
  'decide awarded': ['{name}是“{kind}”了', '看过异议，定了授予。{words}'],
  'decide refused': ['{name}的“{kind}”没通过', '看过异议，没有授予。{words}'],
  'decline declined': ['{name}谢绝了“{kind}”', '本人不要，不再公示。'],
}
const toSigner: Words = ['{name}的“{kind}”等复核', '{place}提名：{words}']

/** The items of the inbox that the outbox asks for; their ids come from the step, so that they are stored once. */
export const honourNotices = (honour: Honour): Notice[] =>
  honour.outbox.flatMap((news) => noticeOf(honour, news) ?? [])

function noticeOf(honour: Honour, { personId, to, event }: HonourNews): Notice | undefined {
  const { _id, log, kind, organisation, name, noticeEnds, objections } = honour
  const last = log[event - 1]
  if (!last) return undefined
  const step = `${last.action} ${last.to}` as const
  const words = to === 'person' ? toPerson[step] : to === 'signer' ? toSigner : toStaff[step]
  if (!words) return undefined
  const details: Record<string, string> = {
    kind: honourKinds[kind].name,
    place: organisation.name,
    name,
    day: inBeijing(noticeEnds).format('M月D日'),
    count: String(objections.length),
    words: last.words && !/[。！？]$/.test(last.words) ? `${last.words}。` : last.words,
  }
  const filled = (text: string) => text.replace(/\{(\w+)\}/g, (_, detail: string) => details[detail] ?? '')
  return {
    _id: `${_id}-${event}-${personId}`,
    personId,
    at: last.at,
    news: 'honour',
    head: filled(words[0]),
    sentence: filled(words[1]),
    about: { id: _id, as: to === 'person' ? 'honour' : 'honourDesk' },
    read: false,
  }
}
