import Taro from '@tarojs/taro'
import { makeCall } from './door'
import { groupField } from './group.weapp'
import { Refused } from './refused'

export { newAttempt } from './door'

export const call = makeCall(async (envelope) => {
  try {
    const { result } = await Taro.cloud.callFunction({ name: 'api', data: { ...envelope, ...groupField() } })
    return result
  } catch (thrown) {
    throw new Refused(failedFunction(thrown) ? 'INTERNAL' : 'OFFLINE')
  }
})

// WeChat: -504002 and the like come from a function that broke; anything else did not get there.
function failedFunction(thrown: unknown): boolean {
  return /-50[0-9]{4}|errCode: -404/.test(String(thrown instanceof Error ? thrown.message : thrown))
}

/** Puts a file of the phone into the cloud's storage; gives its file id. */
export async function uploadFile(cloudPath: string, filePath: string): Promise<string> {
  try {
    const { fileID } = await Taro.cloud.uploadFile({ cloudPath, filePath })
    return fileID
  } catch {
    throw new Refused('OFFLINE')
  }
}

let online = true
const listeners = new Set<(online: boolean) => void>()
Taro.getNetworkType({ success: ({ networkType }) => tell(networkType !== 'none') })
Taro.onNetworkStatusChange(({ isConnected }) => tell(isConnected))

function tell(now: boolean): void {
  if (now === online) return
  online = now
  for (const listener of listeners) listener(now)
}

export const isOnline = (): boolean => online

/** Tells of each change of the signal until the returned function is called. */
export function onSignal(listener: (online: boolean) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
