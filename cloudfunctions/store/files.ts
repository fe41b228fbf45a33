import cloud from 'wx-server-sdk'

const batch = 50

/** Of some files, those that have arrived in the store; none are asked for without a request. */
export async function arrived(fileIds: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set((await temporaryUrls(fileIds)).keys())
}

/** Addresses under which files can be fetched for a while, by file id; those that don't exist are left out. */
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

/** Takes a file out of the store for good; one that is gone already is gone. */
export async function removeFile(fileId: string): Promise<void> {
  await cloud.deleteFile({ fileList: [fileId] })
}
