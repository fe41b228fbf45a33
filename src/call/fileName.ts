import Taro from '@tarojs/taro'

/** A name for a photo or a recording that nobody guesses: whoever knows it may look (docs/decisions/24). */
export async function newFileName(ending: string): Promise<string> {
  const bytes = await randomBytes(16)
  return `${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}.${ending}`
}

async function randomBytes(length: number): Promise<Uint8Array> {
  if (process.env.TARO_ENV !== 'weapp') return crypto.getRandomValues(new Uint8Array(length))
  const { randomValues } = await Taro.getRandomValues({ length })
  return new Uint8Array(randomValues)
}
