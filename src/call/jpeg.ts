const soi = 0xd8
const startOfScan = 0xda
const app1 = 0xe1

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === soi
}

/**
 * A JPEG without its APP1 segments: EXIF and XMP, where the place, the time and the phone are written. Everything
 * else stays as it is; what is no JPEG comes back untouched.
 */
export function withoutExif(bytes: Uint8Array): Uint8Array {
  if (!isJpeg(bytes)) return bytes
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === startOfScan) break
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0))
    if (at + length > bytes.length) break
    if (marker !== app1) kept.push(bytes.subarray(at, at + length))
    at += length
  }
  kept.push(bytes.subarray(at))
  const whole = new Uint8Array(kept.reduce((sum, part) => sum + part.length, 0))
  let end = 0
  for (const part of kept) {
    whole.set(part, end)
    end += part.length
  }
  return whole
}
