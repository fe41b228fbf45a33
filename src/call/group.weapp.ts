import Taro from '@tarojs/taro'

// Of the card that opened the app last. Only WeChat's back end can read it.
let cloudId: string | undefined

interface GroupEnterInfo {
  cloudID?: string
}

/** Asks from which group chat the app was opened; called each time it comes to the front. */
export function watchGroup(): void {
  const { scene } = Taro.getEnterOptionsSync()
  // 1044: a card with a share ticket, so one of a group chat.
  if (scene !== 1044) return
  Taro.getGroupEnterInfo({
    success: (info) => {
      cloudId = (info as GroupEnterInfo).cloudID
    },
  })
}

/** The group as a field of a call: WeChat puts its openGId in place on the way. */
export const groupField = (): { group?: unknown } => {
  if (cloudId === undefined) return {}
  const { CloudID } = Taro.cloud as unknown as { CloudID: new (id: string) => unknown }
  return { group: new CloudID(cloudId) }
}

/** Whether the app was opened from a card in a group chat. */
export const cameFromGroup = (): boolean => cloudId !== undefined
