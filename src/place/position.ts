import Taro from '@tarojs/taro'
import type { Point } from '../../domain/place/geography'

// The browser of the preview knows GPS alone; positions of phones are on the map of China.
const type = process.env.TARO_ENV === 'weapp' ? 'gcj02' : 'wgs84'

/** Where the phone is now; undefined when it does not say: everything goes on without. */
export async function positionNow(): Promise<Point | undefined> {
  const position = await Taro.getLocation({ type }).catch(() => undefined)
  return position && { longitude: position.longitude, latitude: position.latitude }
}
