import type { Relief } from '../appeal/appeal.ts'
import { reliefCauseNames } from '../appeal/names.ts'
import type { ReliefCase } from './reliefCase.ts'

/** An amount as people say it: 50, 12.5, 1,234. */
export const yuanWords = (yuan: number): string =>
  yuan
    .toFixed(Number.isInteger(yuan) ? 0 : 2)
    .replace(/\B(?=(\d{3})+(?!\d))/g, (_, __, at, whole) =>
      whole.includes('.') && at > whole.indexOf('.') ? '' : ',',
    )

/** What the platform did to the person: 罚 50 元, or 差评. */
export const fineWords = ({ fineYuan }: Pick<Relief, 'fineYuan'>): string =>
  fineYuan > 0 ? `罚 ${yuanWords(fineYuan)} 元` : '差评'

/** What stands in lists for a relief without words: 大雨 · 美团罚 50 元. */
export const reliefTitle = (relief: Pick<Relief, 'platform' | 'fineYuan' | 'cause'>): string =>
  `${reliefCauseNames[relief.cause]} · ${relief.platform}${fineWords(relief)}`

/** What came of it: 免了 50 元; 差评撤了 where there was no fine. */
export function waivedWords({ outcome, yuan }: NonNullable<ReliefCase['answer']>): string {
  if (outcome === 'refused') return '没同意免'
  return yuan > 0 ? `免了 ${yuanWords(yuan)} 元` : '差评撤了'
}
