import Taro from '@tarojs/taro'
import { newFileName } from './fileName'
import { isJpeg, withoutExif } from './jpeg'
import { type Chosen, keepEach } from './keepEach'
import { keepFile } from './kept.weapp'
import { Refused } from './refused'

/**
 * Takes or chooses photos and keeps them on the phone, small and without EXIF. Gives their names; none if called off.
 * `onChosen`: the person has chosen, keeping them takes a moment.
 */
export async function choosePhotos(
  count: number,
  from: 'camera' | 'any',
  onChosen: () => void,
): Promise<Chosen> {
  const chosen = await Taro.chooseMedia({
    count: Math.min(count, 9),
    mediaType: ['image'],
    sizeType: ['compressed'],
    sourceType: from === 'camera' ? ['camera'] : ['camera', 'album'],
  }).catch(() => undefined)
  onChosen()
  return keepEach(chosen?.tempFiles ?? [], ({ tempFilePath }) => save(tempFilePath))
}

async function save(path: string): Promise<string> {
  const name = await newFileName('jpg')
  const { tempFilePath } = await Taro.compressImage({ src: path, quality: 80, compressedWidth: 1600 }).catch(
    () => ({ tempFilePath: path }),
  )
  const bytes = read(tempFilePath)
  const photo = isJpeg(bytes) ? withoutExif(bytes) : bytes
  try {
    keepFile(name, photo.buffer as ArrayBuffer)
  } catch {
    throw new Refused('PHONE_FULL')
  }
  return name
}

function read(path: string): Uint8Array {
  const content = Taro.getFileSystemManager().readFileSync(path)
  return typeof content === 'string' ? new Uint8Array() : new Uint8Array(content)
}
