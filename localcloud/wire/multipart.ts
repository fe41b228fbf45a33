/** Fields of a multipart/form-data body, as bytes; cloud.openapi sends its requests so. */
export function multipart(body: Buffer, contentType: string): Map<string, Buffer> {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1]
  if (!boundary) throw new Error('multipart body without boundary')
  const mark = Buffer.from(`--${boundary}`)
  const fields = new Map<string, Buffer>()
  for (let start = body.indexOf(mark); start >= 0; ) {
    const next = body.indexOf(mark, start + mark.length)
    if (next < 0) break
    const part = body.subarray(start + mark.length + 2, next - 2)
    const head = part.indexOf('\r\n\r\n')
    const name = /name="([^"]*)"/.exec(part.subarray(0, head).toString())?.[1]
    if (name !== undefined) fields.set(name, part.subarray(head + 4))
    start = next
  }
  return fields
}
