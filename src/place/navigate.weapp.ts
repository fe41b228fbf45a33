import Taro from '@tarojs/taro'
import type { Point } from '../../domain/place/geography'

/** The way there: WeChat's own map, which hands on to the map app that the person likes. */
export async function navigateTo(name: string, point: Point): Promise<void> {
  // Called off, or no map: the name of the place stands on the page.
  await Taro.openLocation({ ...point, name, scale: 16 }).catch(() => undefined)
}
