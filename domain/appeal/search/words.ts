import { maskContacts } from '../privacy.ts'

/** No more words of one appeal are kept to find it by (docs/decisions/23). */
export const mostWords = 32
/** Characters of the text that are looked at, behind the title. */
export const readLength = 200
const longestWord = 20

/** Signs that say little: a pair that holds one of them stands everywhere and finds nothing. */
const empty = new Set('的了是在就都也还又很个和跟与把被给让呢吗吧啊我你您他她们这那')

/**
 * What a text is found by: every two Chinese signs that stand together, letters and digits as whole words; in the
 * order in which they stand, each once. What has been masked is no word.
 */
export function wordsOf(text: string): string[] {
  const plain = text
    .replace(/【[^】]*】/g, ' ')
    .normalize('NFKC')
    .toLowerCase()
  const runs = plain.match(/\p{Script=Han}+|[\p{Script=Latin}\p{N}]+/gu) ?? []
  return [...new Set(runs.flatMap((run) => (/^\p{Script=Han}/u.test(run) ? pairs(run) : plainWord(run))))]
}

function pairs(run: string): string[] {
  const signs = [...run]
  return signs.slice(1).flatMap((sign, index) => {
    const before = signs[index] ?? ''
    return empty.has(before) || empty.has(sign) ? [] : [before + sign]
  })
}

const plainWord = (run: string): string[] => (run.length > 1 ? [run.slice(0, longestWord)] : [])

/** The words of an appeal: of its title first, then of the start of its text, never of what contact details it holds. */
export function wordsOfAppeal({ title, text }: { title: string; text: string }): string[] {
  const start = [...maskContacts(text)].slice(0, readLength).join('')
  return [...new Set([...wordsOf(title), ...wordsOf(start)])].slice(0, mostWords)
}

// Said in so many appeals that another word of the same question finds sooner.
const common = new Set(
  ['能不', '不能', '不让', '没有', '没地', '地方', '一单', '分钟', '超时', '顾客', '平台', '电话'].concat([
    '电动',
    '动车',
    '小区',
    '骑手',
    '外卖',
    '快递',
    '保安',
    '门口',
    '充电',
    '换电',
    '社区',
    '物业',
  ]),
)

/** Of the words of a question the one that the fewest appeals are likely to hold: the search goes along it. */
export function rarest(words: readonly string[]): string | undefined {
  const plain = words.find((word) => !/^\p{Script=Han}/u.test(word))
  return plain ?? words.find((word) => !common.has(word)) ?? words[0]
}

/** The number of an appeal, as people type or paste it, with or without its dash; undefined when it is none. */
export function numberIn(text: string): string | undefined {
  const [, day, digits] = /^(?:编号)?[\s:]*(\d{4})-?(\d{6})$/.exec(text.normalize('NFKC').trim()) ?? []
  return day && digits && `${day}-${digits}`
}
