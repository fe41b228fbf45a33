/** The ten digits of a code of thanks, however they are written; undefined when it is none. */
export function thanksDigits(typed: string): string | undefined {
  const digits = typed.replace(/\D/g, '')
  return digits.length === 10 ? digits : undefined
}

/** What is said when nothing was written: a tap is enough. */
export const thankedWords = (words: string): string => words || '谢谢您跑这一趟！'

/** Under which a task's log knows that it was thanked for. */
export const thanksKey = (key: string): string => `thanks-${key}`
