import type { Relief } from '../appeal/appeal.ts'
import type { ReliefCause } from '../appeal/names.ts'
import { type Trade, tradeNames } from '../people/roles.ts'
import type { Assessment, Letter } from './reliefCase.ts'
import { yuanWords } from './words.ts'

/** What a letter is made of. Of the person nothing but their trade and the end of the order number. */
export interface LetterFacts {
  relief: Relief
  trade: Trade
  assessment: Assessment
  letter: Letter
}

/** A letter as it is set: one string a paragraph. */
export interface LetterText {
  organisation: string
  number: string
  title: string
  addressee: string
  paragraphs: string[]
  signature: string
  /** In Arabic digits with 年月日, as GB/T 9704 sets it. */
  date: string
  handledBy: string
}

const happened: Record<ReliefCause, string> = {
  heavyRain: '当时正下大雨，路面积水湿滑',
  heavySnow: '当时正下大雪，路面积雪结冰',
  trafficControl: '沿途道路临时交通管制，须绕行',
  slowMerchant: '商家出餐延迟',
  liftFailure: '送达楼宇电梯故障，须步行上楼',
  gateRefused: '送达小区不准骑车进入，须步行送达',
  wrongAddress: '订单地址有误，须重新确认',
  accident: '途中发生意外',
  appFault: '平台软件发生故障，操作未能完成',
  other: '当时有本人不能控制的情形',
}

// China has one time zone and no summer time.
const inBeijing = (at: number) => new Date(at + 8 * 3_600_000)
const day = (at: number) => {
  const then = inBeijing(at)
  return `${then.getUTCFullYear()}年${then.getUTCMonth() + 1}月${then.getUTCDate()}日`
}
const moment = (at: number) => {
  const then = inBeijing(at)
  return `${day(at)}${then.getUTCHours()}时${String(then.getUTCMinutes()).padStart(2, '0')}分`
}

/** The text of a letter that asks a platform to waive a fine or a bad rating. */
export function letterText({ relief, trade, assessment, letter }: LetterFacts): LetterText {
  const { platform, orderNumber, occurredAt, fineYuan, cause } = relief
  const fined = fineYuan > 0
  const what = fined ? `罚款${yuanWords(fineYuan)}元` : '记差评'
  const weighed = assessment === 'eligible' ? '情况属实，符合免责条件' : '情况属实，情有可原，建议予以免责'
  return {
    organisation: letter.organisation,
    number: letter.number,
    title: fined ? '关于请予免除罚款的函' : '关于请予撤销差评的函',
    addressee: `${platform}：`,
    paragraphs: [
      `一名${tradeNames[trade]}反映，${moment(occurredAt)}，其在贵平台的订单（订单号 ${orderNumber}）被${what}。` +
        `${happened[cause]}，非本人过失。`,
      `经我单位核定，${weighed}。请贵平台${fined ? `免除该笔罚款${yuanWords(fineYuan)}元` : '撤销该条差评'}，` +
        '恢复由此受影响的评分，并将办理结果函告我单位。',
      '专此函达。',
    ],
    signature: letter.organisation,
    date: day(letter.at),
    handledBy: `经办：${letter.title}`,
  }
}
