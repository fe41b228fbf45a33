import Taro from '@tarojs/taro'
import { toast } from '../../ui/toast'

/** What a scanned picture says; undefined when nothing was scanned. Browsers can't: there the digits are typed. */
export async function scan(): Promise<string | undefined> {
  if (process.env.TARO_ENV !== 'weapp') {
    toast('这里扫不了，请输数字')
    return undefined
  }
  try {
    return (await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })).result
  } catch {
    // Closed without scanning.
    return undefined
  }
}
