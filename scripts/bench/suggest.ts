import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { categories } from '../../domain/appeal/categories.ts'
import {
  type Hits,
  hitsLeaveOneOut,
  hitsUnseen,
  type KnownText,
} from '../../domain/appeal/suggest/measure.ts'
import { suggest, train } from '../../domain/appeal/suggest/model.ts'
import { lessonBook } from '../../domain/appeal/suggest/shipped.ts'
import { atLeast, atMost, type Measure } from './measure.ts'

const part = 'suggest'
const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
const textsIn = (file: string): KnownText[] =>
  (JSON.parse(read(file)) as KnownText[]).filter(({ category }) => categories.includes(category))

/** How often the three suggested categories hold the right one, what they weigh, and how long they take. */
export async function run({ quick }: { quick: boolean }): Promise<Measure[]> {
  const sample = textsIn('data/appeals-sample.json')
  const heldOut = textsIn('data/suggest-heldout.json')
  const words = read('domain/appeal/suggest/words.json')
  const compact = JSON.stringify(JSON.parse(words))
  const bytes = (name: string, value: number) => ({ part, name, value, unit: 'bytes' })
  return [
    ...shares('sample, leave one out', hitsLeaveOneOut(lessonBook, sample)),
    ...shares('sample, data files alone', hitsUnseen(lessonBook, sample)),
    ...shares('sample, data files and no kind or trade', hitsUnseen(lessonBook, sample.map(wordsOnly))),
    ...shares('held out, data files alone', hitsUnseen(lessonBook, heldOut)),
    { part, name: 'texts of the sample', value: sample.length, unit: 'texts' },
    { part, name: 'texts held out', value: heldOut.length, unit: 'texts' },
    atMost(bytes('data on the phone', Buffer.byteLength(compact)), 60 * 1024),
    bytes('data on the phone, packed', gzipSync(compact).length),
    ...times(sample, quick ? 3 : 20),
  ]
}

const wordsOnly = ({ text, category }: KnownText): KnownText => ({ text, category })

function shares(name: string, { first, three }: Hits): Measure[] {
  const percent = (share: number) => Math.round(share * 1000) / 10
  return [
    atLeast({ part, name: `${name}: the first`, value: percent(first), unit: '%' }, 60),
    atLeast({ part, name: `${name}: one of three`, value: percent(three), unit: '%' }, 85),
  ]
}

function times(sample: readonly KnownText[], rounds: number): Measure[] {
  const model = train(lessonBook)
  const learning = milliseconds(rounds, () => train(lessonBook))
  const asking = milliseconds(rounds, () => {
    for (const { text } of sample) suggest(model, text)
  })
  return [
    { part, name: 'learning the data files', value: learning, unit: 'ms' },
    { part, name: 'suggesting for one text', value: asking / sample.length, unit: 'ms' },
  ]
}

function milliseconds(rounds: number, work: () => unknown): number {
  const started = performance.now()
  for (let round = 0; round < rounds; round += 1) work()
  return (performance.now() - started) / rounds
}
