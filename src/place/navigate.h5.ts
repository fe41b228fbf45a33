import Taro from '@tarojs/taro'
import type { Point } from '../../domain/place/geography'

/** The way there. The preview has no map: what the place is called goes to where it can be pasted. */
export async function navigateTo(name: string, _point: Point): Promise<void> {
  await Taro.setClipboardData({ data: name })
}
