import cloud from 'wx-server-sdk'

const batch = 50

/** Addresses under which photos can be seen for a while, by file id; those that don't exist are left out. */
export async function temporaryUrls(fileIds: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(fileIds)]
  const urls = new Map<string, string>()
  for (let start = 0; start < wanted.length; start += batch) {
    const answer = await cloud.getTempFileURL({ fileList: wanted.slice(start, start + batch) })
    for (const { fileID, tempFileURL } of answer?.fileList ?? [])
      if (tempFileURL) urls.set(fileID, tempFileURL)
  }
  return urls
}
