/** An amount as it was typed; undefined when it is none. Two digits after the point at most. */
export function yuanOf(typed: string): number | undefined {
  const text = typed.trim().replace('。', '.')
  return /^\d{1,6}(\.\d{0,2})?$/.test(text) && Number(text) <= 100_000 ? Number(text) : undefined
}
