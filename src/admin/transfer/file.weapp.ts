import Taro from '@tarojs/taro'

/** Hands a text to the person as a file: into a chat, where a computer can take it up. */
export async function giveFile(name: string, text: string): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  await new Promise<void>((resolve, reject) =>
    Taro.getFileSystemManager().writeFile({
      filePath,
      data: text,
      encoding: 'utf8',
      success: () => resolve(),
      fail: reject,
    }),
  )
  await Taro.shareFileMessage({ filePath, fileName: name })
}

/** Asks for a text file out of a chat; undefined when none was chosen. */
export async function takeFile(): Promise<string | undefined> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['csv', 'txt'] })
    const [file] = tempFiles
    if (!file) return undefined
    return await new Promise<string>((resolve, reject) =>
      Taro.getFileSystemManager().readFile({
        filePath: file.path,
        encoding: 'utf8',
        success: ({ data }) => resolve(String(data)),
        fail: reject,
      }),
    )
  } catch {
    return undefined
  }
}
