/**
 * Where a file can be shown or played from. WeChat takes file ids of the cloud as they are; the preview asks its local
 * cloud for them. What the phone keeps itself has an address already.
 */
export function addressOf(file: string): string {
  if (process.env.TARO_ENV === 'weapp' || !file.startsWith('cloud://')) return file
  return `/stored?id=${encodeURIComponent(file)}`
}
