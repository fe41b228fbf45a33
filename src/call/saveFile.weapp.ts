import Taro from '@tarojs/taro'
import { Refused } from './refused'

/** Gives the person a text as a file of their own: sent to a chat of their choice, 文件传输助手 for instance. */
export async function saveFile(name: string, text: string): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  try {
    Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8')
    await Taro.shareFileMessage({ filePath, fileName: name })
  } catch (error) {
    // Called off by the person: nothing went wrong.
    if (!/cancel/.test(String((error as { errMsg?: string }).errMsg))) throw new Refused('INTERNAL')
  }
}
