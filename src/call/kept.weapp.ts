import Taro from '@tarojs/taro'
import { uploadFile } from './call.weapp'

const files = () => Taro.getFileSystemManager()
const folder = () => `${Taro.env.USER_DATA_PATH}/kept`
const pathOf = (name: string) => `${folder()}/${name}`

function has(path: string): boolean {
  try {
    files().accessSync(path)
    return true
  } catch {
    return false
  }
}

/** Keeps a file on the phone until the function has it: bytes, or what stands at a path that WeChat may clear. */
export function keepFile(name: string, file: ArrayBuffer | string): void {
  if (!has(folder())) files().mkdirSync(folder(), true)
  if (typeof file === 'string') files().copyFileSync(file, pathOf(name))
  else files().writeFileSync(pathOf(name), file)
}

/** Where a kept file can be shown or played from; undefined when the phone no longer has it. */
export async function keptUrl(name: string): Promise<string | undefined> {
  return has(pathOf(name)) ? pathOf(name) : undefined
}

export async function dropFile(name: string): Promise<void> {
  if (has(pathOf(name))) files().unlinkSync(pathOf(name))
}

/** Takes all files of this person off the phone. */
export async function dropAllFiles(): Promise<void> {
  if (has(folder())) files().rmdirSync(folder(), true)
}

/** Sends a kept file up; gives its file id, undefined when the phone no longer has it. */
export async function uploadKept(name: string, cloudPath: string): Promise<string | undefined> {
  return has(pathOf(name)) ? uploadFile(cloudPath, pathOf(name)) : undefined
}
