import Taro from '@tarojs/taro'

export const canScan = true

/** What the picture before the camera says; undefined when the person called it off. */
export async function scan(): Promise<string | undefined> {
  const found = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] }).catch(() => undefined)
  return found?.result
}
