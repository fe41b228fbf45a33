/** Signs that people choose between by sound, folded to one: 冲电 is 充电, and 在/再 don't matter. */
const sameSound: Readonly<Record<string, string>> = Object.fromEntries(
  ['充冲', '在再', '坐座做作', '的得地', '哪那', '他她它', '账帐', '像象', '戴带', '换唤', '您你', '咱俺']
    .concat(['嘎旮', '达瘩', '埋霾', '汰态', '块快', '吗嘛', '啥什', '瓶平评', '桩庄', '井景', '罚发'])
    .flatMap(([first = '', ...others]) => others.map((other) => [other, first])),
)
const longest = 3
/** What is said first says what it is about; more would only take time on an old phone. */
const mostSigns = 600

/** A run of one to three signs of a text, and where it stands in it. */
export interface Gram {
  key: string
  from: number
  length: number
}

/** The signs of a text as people typed them. */
export const signsOf = (text: string): string[] => [...text].slice(0, mostSigns)

/** Each different run of Chinese signs once; digits, letters and punctuation end a run. */
export function gramsOf(signs: readonly string[]): Gram[] {
  const folded = signs.map(foldedSign)
  const found = new Map<string, Gram>()
  for (let from = 0; from < folded.length; from += 1) {
    let key = ''
    for (let length = 1; length <= longest; length += 1) {
      const sign = folded[from + length - 1]
      if (!sign) break
      key += sign
      if (!found.has(key)) found.set(key, { key, from, length })
    }
  }
  return [...found.values()]
}

function foldedSign(sign: string): string {
  const plain = sign.normalize('NFKC')
  return /^\p{Script=Han}$/u.test(plain) ? (sameSound[plain] ?? plain) : ''
}
