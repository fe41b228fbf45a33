import Taro from '@tarojs/taro'
import { Refused } from '../call/refused'

/** Gives the person a picture: WeChat's own menu sends it to a chat, keeps it in the album, or adds it to favourites. */
export async function savePicture(url: string, _name: string): Promise<void> {
  try {
    await Taro.showShareImageMenu({ path: url })
  } catch (error) {
    // Called off by the person: nothing went wrong.
    if (!/cancel/.test(String((error as { errMsg?: string }).errMsg))) throw new Refused('INTERNAL')
  }
}
