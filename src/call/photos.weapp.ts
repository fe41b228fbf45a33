import Taro from '@tarojs/taro'
import { uploadFile } from './call.weapp'
import { isJpeg, withoutExif } from './jpeg'
import { randomHex } from './random'

const files = () => Taro.getFileSystemManager()
const folder = () => `${Taro.env.USER_DATA_PATH}/photos`
const pathOf = (id: string) => `${folder()}/${id}.jpg`

/** Takes or chooses photos and keeps them on the phone, small and without EXIF. Gives their ids; none if called off. */
export async function choosePhotos(count: number, from: 'camera' | 'any'): Promise<string[]> {
  const chosen = await Taro.chooseMedia({
    count: Math.min(count, 9),
    mediaType: ['image'],
    sizeType: ['compressed'],
    sourceType: from === 'camera' ? ['camera'] : ['camera', 'album'],
  }).catch(() => undefined)
  return Promise.all((chosen?.tempFiles ?? []).map(({ tempFilePath }) => save(tempFilePath)))
}

async function save(path: string): Promise<string> {
  const id = randomHex(32)
  try {
    files().accessSync(folder())
  } catch {
    files().mkdirSync(folder(), true)
  }
  const { tempFilePath } = await Taro.compressImage({ src: path, quality: 80, compressedWidth: 1600 }).catch(
    () => ({ tempFilePath: path }),
  )
  const bytes = read(tempFilePath)
  const photo = isJpeg(bytes) ? withoutExif(bytes) : bytes
  files().writeFileSync(pathOf(id), photo.buffer as ArrayBuffer)
  return id
}

function read(path: string): Uint8Array {
  const content = files().readFileSync(path)
  return typeof content === 'string' ? new Uint8Array() : new Uint8Array(content)
}

/** Where a kept photo can be shown from; undefined when the phone no longer has it. */
export async function keptPhoto(id: string): Promise<string | undefined> {
  try {
    files().accessSync(pathOf(id))
    return pathOf(id)
  } catch {
    return undefined
  }
}

export async function dropPhoto(id: string): Promise<void> {
  try {
    files().unlinkSync(pathOf(id))
  } catch {
    // Gone already.
  }
}

/** Sends a kept photo up, under its owner; gives its file id. */
export function uploadPhoto(id: string, personId: string): Promise<string> {
  return uploadFile(`photos/${personId}/${id}.jpg`, pathOf(id))
}
