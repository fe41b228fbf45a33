import { randomBytes } from 'node:crypto'
import qrcode from 'qrcode-generator'
import { templates, templatesOf } from '../../domain/notice/templates.ts'
import type { Script } from '../../localcloud/openapi/openapi.ts'
import type { PreviewTemplate } from '../../localcloud/preview/messages.ts'
import { appSetting } from '../build/functions.ts'

/** The group chat of the preview. */
export const previewGroup = { id: 'preview-group', name: '凯旋骑手之家', members: 86 }

/** The templates of subscription messages as a phone shows them, by WeChat's ids. */
export function previewTemplates(): Record<string, PreviewTemplate> {
  const settings = templatesOf(appSetting('TARO_APP_TEMPLATES'))
  return Object.fromEntries(
    [...settings].map(([key, { id, what, note, at }]) => [
      id,
      { title: templates[key], fields: { [what]: '什么事', [note]: '哪一件', [at]: '时间' } },
    ]),
  )
}

let activities = 0

/** What WeChat's content check has doubts about in the preview: so that one can see what waits for a person. */
export const doubtful = '测试敏感词'

/** How a function is called by a message push: by nobody's phone. */
export const pushed = { source: 'wx_unknown' }

/** The word that WeChat sends of a picture or recording, as the function `mediacheck` gets it. */
export const mediaWord = (traceId: string, suggest: 'pass' | 'risky' | 'review', errcode = 0) => ({
  MsgType: 'event',
  Event: 'wxa_media_check',
  version: 2,
  trace_id: traceId,
  errcode,
  errmsg: 'ok',
  result: { suggest, label: suggest === 'pass' ? 100 : 20001 },
})

/** The content check: words pass unless a certain one stands in them; of files word is sent a moment later, all pass. */
export function previewChecks(push: (event: object) => unknown): Script {
  return {
    'security.msgSecCheck': ({ content }: Record<string, unknown>) => {
      const suggest = String(content).includes(doubtful) ? 'risky' : 'pass'
      return { result: { suggest, label: suggest === 'pass' ? 100 : 20001 } }
    },
    'security.mediaCheckAsync': () => {
      const trace = `trace-${randomBytes(16).toString('hex')}`
      setTimeout(() => push(mediaWord(trace, 'pass')), 200).unref()
      return { trace_id: trace }
    },
  }
}

/**
 * What else WeChat would answer, for a cloud on this machine: a made-up phone number, and for a mini-program code the QR
 * of the page's address in the preview.
 */
export function previewAnswers(address: () => string): Script {
  return {
    'phonenumber.getPhoneNumber': { phoneInfo: { purePhoneNumber: '13800138000' } },
    'updatableMessage.createActivityId': () => {
      activities += 1
      return { activityId: `activity-${Date.now()}-${activities}` }
    },
    'updatableMessage.setUpdatableMsg': { errcode: 0 },
    'subscribeMessage.send': { errcode: 0 },
    'wxacode.getUnlimited': ({ page, scene }: Record<string, unknown>) => {
      const code = qrcode(0, 'M')
      code.addData(`${address()}/app/#/${page}?scene=${scene}`)
      code.make()
      return Buffer.from(code.createDataURL(6, 12).split(',')[1] ?? '', 'base64')
    },
  }
}

/** All that WeChat would answer. */
export function previewWechat(address: () => string, push: (event: object) => unknown = () => {}): Script {
  return { ...previewChecks(push), ...previewAnswers(address) }
}
