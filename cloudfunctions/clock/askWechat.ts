import type { Answer, Check } from '../../domain/safety/check.ts'
import { checkFile, checkText } from '../store/contentCheck.ts'
import type { Content } from './contents.ts'

/** Asks WeChat about one thing. What has no writer any more, or is not in the store, can't be asked about. */
export function askWechat({ about, kind }: Check, { content, openid, url }: Content): Promise<Answer> {
  const missing: Answer = { failed: 'content' }
  if (!openid) return Promise.resolve(missing)
  if (kind === 'text') return checkText(content, openid, about.kind)
  return url ? checkFile(url, kind, openid, about.kind) : Promise.resolve(missing)
}
