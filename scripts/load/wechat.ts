import qrcode from 'qrcode-generator'
import type { Script } from '../../localcloud/openapi/openapi.ts'

/** The group chat of the preview. */
export const previewGroup = { id: 'preview-group', name: '凯旋骑手之家', members: 86 }

let activities = 0

/**
 * What WeChat would answer, for a cloud on this machine: a made-up phone number, and for a mini-program code the QR of
 * the page's address in the preview.
 */
export function previewWechat(address: () => string): Script {
  return {
    'phonenumber.getPhoneNumber': { phoneInfo: { purePhoneNumber: '13800138000' } },
    'updatableMessage.createActivityId': () => {
      activities += 1
      return { activityId: `activity-${Date.now()}-${activities}` }
    },
    'updatableMessage.setUpdatableMsg': { errcode: 0 },
    'wxacode.getUnlimited': ({ page, scene }: Record<string, unknown>) => {
      const code = qrcode(0, 'M')
      code.addData(`${address()}/app/#/${page}?scene=${scene}`)
      code.make()
      return Buffer.from(code.createDataURL(6, 12).split(',')[1] ?? '', 'base64')
    },
  }
}
