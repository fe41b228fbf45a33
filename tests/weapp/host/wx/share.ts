import type { BuiltIn } from '../elements.ts'
import { Failed, later } from './answer.ts'
import { tapAgree } from './privacy.ts'
import { showToast } from './toast.ts'
import type { Phone } from './wx.ts'

interface Menu {
  isUpdatableMessage?: boolean
  activityId?: string
}

interface Card {
  title: string
  path: string
  imageUrl?: string
}

/** What goes from the app into a chat. The one chat here is the group of the preview. */
export function sharing({ group, files, pages, openid }: Phone) {
  let menu: Menu = {}
  return {
    getGroupEnterInfo: later('getGroupEnterInfo', () => {
      if (group === undefined) throw new Failed('no group')
      return { cloudID: JSON.stringify({ opengid: group }) }
    }),
    updateShareMenu: later('updateShareMenu', (options: Menu) => {
      menu = options
      return {}
    }),
    shareFileMessage: later(
      'shareFileMessage',
      ({ filePath, fileName }: { filePath: string; fileName: string }) => {
        const link = document.createElement('a')
        Object.assign(link, { href: files.urlOf(filePath), download: fileName })
        link.click()
        return {}
      },
    ),
    /** Not WeChat's: what a button with open-type share does once the person has chosen the group. */
    async [sendCard]() {
      const page = pages().top()?.shown.instance
      const asked = page?.onShareAppMessage
      if (typeof asked !== 'function')
        throw new Error('the page can not be shared: enableShareAppMessage is missing')
      const { title, path, imageUrl } = (await asked.call(page, { from: 'button' })) as Card
      const { activityId } = menu
      const picture = imageUrl ? await dataUrl(files.read(imageUrl)) : blank
      const card = { title, path, picture, from: openid, ...(menu.isUpdatableMessage && { activityId }) }
      await fetch('/group/cards', { method: 'POST', body: JSON.stringify(card) })
      showToast({ title: '发到群里了' })
    },
  }
}

export const sendCard = Symbol('sendCard')

const blank = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA='

function dataUrl(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.readAsDataURL(new Blob([bytes], { type: 'image/png' }))
  })
}

/** Buttons through which WeChat does something; what comes back is told as an event of the button. */
export function openType(wx: object, kind: string, button: BuiltIn): void {
  if (kind === 'share') void (wx as ReturnType<typeof sharing>)[sendCard]()
  else if (kind === 'getPhoneNumber')
    button.tell('getphonenumber', { code: 'phone-code', errMsg: 'getPhoneNumber:ok' })
  else if (kind === 'agreePrivacyAuthorization') {
    tapAgree()
    button.tell('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' })
  } else throw new Error(`the host has no open-type ${kind}`)
}
