/**
 * The few bytes of Protocol Buffers that cloud.openapi travels in: messages of texts, bytes and small
 * numbers. Source: protobuf.dev, "Encoding"; field numbers from wx-server-sdk's own definitions.
 */
export type Field = { number: number; value: Buffer | number }

export function decodeMessage(bytes: Buffer): Field[] {
  const fields: Field[] = []
  let at = 0
  const varint = () => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]
      if (byte === undefined) throw new Error('protobuf message ends too early')
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
  }
  while (at < bytes.length) {
    const tag = varint()
    const number = Math.floor(tag / 8)
    const kind = tag % 8
    if (kind === 0) fields.push({ number, value: varint() })
    else if (kind === 2) {
      const length = varint()
      fields.push({ number, value: bytes.subarray(at, at + length) })
      at += length
    } else throw new Error(`protobuf wire type ${kind} is not used by cloud.openapi`)
  }
  return fields
}

export function encodeMessage(fields: { number: number; value: Buffer | string | number }[]): Buffer {
  return Buffer.concat(
    fields.flatMap(({ number, value }) => {
      if (typeof value === 'number') return [encodeVarint(number * 8), encodeVarint(value)]
      const bytes = Buffer.from(value)
      return [encodeVarint(number * 8 + 2), encodeVarint(bytes.length), bytes]
    }),
  )
}

function encodeVarint(value: number): Buffer {
  const bytes: number[] = []
  let rest = value
  for (; rest >= 0x80; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80)
  return Buffer.from([...bytes, rest])
}
