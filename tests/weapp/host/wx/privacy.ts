import { Failed, later } from './answer.ts'

interface Said {
  event: 'exposureAuthorization' | 'agree' | 'disagree'
  buttonId?: string
}
type Listener = (answer: (said: Said) => void, info: { referrer: string }) => void

/** Set by a test: this person has not agreed to the privacy guide yet. */
const unasked = 'host: privacy not agreed'

let listener: Listener | undefined
let tapped = false

/** WeChat's gate before what touches a person: shut until they have agreed, by its own button, once for the app. */
export const privacy = {
  onNeedPrivacyAuthorization: (asks: Listener) => {
    listener = asks
  },
  openPrivacyContract: later('openPrivacyContract', () => ({})),
}

/** The button with open-type agreePrivacyAuthorization was tapped: without that nobody agrees. */
export const tapAgree = () => {
  tapped = true
}

const pass = (referrer: string): Promise<void> =>
  new Promise((resolve, reject) => {
    if (localStorage.getItem(unasked) === null) return resolve()
    const no = () => reject(new Failed('privacy permission is not authorized'))
    if (!listener) return no()
    tapped = false
    listener(
      ({ event }) => {
        if (event === 'exposureAuthorization') return
        if (event === 'disagree' || !tapped) return no()
        localStorage.removeItem(unasked)
        resolve()
      },
      { referrer },
    )
  })

/** Of the interfaces here, those that WeChat opens only to who has agreed. */
const gated = ['getLocation', 'chooseMedia', 'chooseMessageFile', 'setClipboardData', 'addPhoneCalendar']

type Interface = (options: object) => Promise<object>

/** The same interfaces, behind the gate. */
export function behindGate<W extends object>(wx: W): W {
  const behind = gated.map((name) => {
    const open = Reflect.get(wx, name) as Interface
    return [
      name,
      later(name, async ({ success: _, fail: __, complete: ___, ...options }: Record<string, unknown>) => {
        await pass(name)
        return open(options)
      }),
    ]
  })
  return { ...wx, ...Object.fromEntries(behind) }
}
