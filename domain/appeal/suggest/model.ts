import type { Trade } from '../../people/roles.ts'
import { type Category, categories } from '../categories.ts'
import type { Kind } from '../names.ts'
import { type Gram, gramsOf, signsOf } from './features.ts'

/** What one category is taught by: words that give it away, and how people say it. */
export interface Lessons {
  /** Kinds of appeals in which it is usual. */
  kinds: readonly string[]
  /** Trades whose matter it is; every trade's when absent. */
  trades?: readonly string[]
  words: readonly string[]
  examples: readonly string[]
}
export type LessonBook = Readonly<Record<Category, Lessons>>

/** A word or sentence that was added later: by administrators, or by a sample in the measurement. */
export interface Addition {
  category: Category
  text: string
}

/** How often each run of signs was said per category; nothing in it is hidden. */
export interface Model {
  book: LessonBook
  counts: ReadonlyMap<string, Float32Array>
  /** Examples per category. */
  sizes: Float32Array
}

export interface Facts {
  kind?: Kind | undefined
  trade?: Trade | undefined
}

export interface Suggestion {
  category: Category
  score: number
  /** The words of the text that spoke for it, the loudest first; at most three. */
  words: string[]
}

const wordWeight = 4
const partWeight = 0.5
/** Up to so many signs an addition is a word, not a sentence. */
const wordLength = 6
/** One sign alone says little. */
const gramWeight = [0, 0.3, 1, 1]
/** So many examples' worth of doubt in each category, so that one sentence proves little. */
const doubt = 10
const unheard = 0.03
/** As a share of the mean over all categories: how much a category that never said a run loses by it. */
const mildness = 0.1
const leastEvidence = 1.5

/** Learns from the data files and what was added to them. Takes milliseconds, so the phone does it itself. */
export function train(book: LessonBook, additions: readonly Addition[] = []): Model {
  const counts = new Map<string, Float32Array>()
  const sizes = new Float32Array(categories.length)
  const hear = (key: string, at: number, weight: number) => {
    const known = counts.get(key) ?? new Float32Array(categories.length)
    known[at] = (known[at] ?? 0) + weight
    counts.set(key, known)
  }
  const hearWord = (word: string, at: number) => {
    const signs = signsOf(word)
    for (const { key, length } of gramsOf(signs))
      hear(key, at, length === signs.length ? wordWeight : partWeight)
  }
  const hearExample = (example: string, at: number) => {
    sizes[at] = (sizes[at] ?? 0) + 1
    for (const { key } of gramsOf(signsOf(example))) hear(key, at, 1)
  }
  categories.forEach((category, at) => {
    for (const word of book[category].words) hearWord(word, at)
    for (const example of book[category].examples) hearExample(example, at)
  })
  for (const { category, text } of additions) {
    const at = categories.indexOf(category)
    if (signsOf(text).length <= wordLength) hearWord(text, at)
    else hearExample(text, at)
  }
  return { book, counts, sizes }
}

/**
 * The three likeliest categories of a text, each with the words that spoke for it; none when the text says nothing
 * that was ever heard. What somebody does for a living and the kind of appeal lean the scale, they don't decide.
 */
export function suggest(
  model: Model,
  text: string,
  facts: Facts = {},
  among: readonly Category[] = categories,
): Suggestion[] {
  const signs = signsOf(text)
  const heard = gramsOf(signs).flatMap((gram) => voiceOf(model, gram))
  const told = categories.map((category, at) => {
    const loud = heard.map(({ gram, voices }) => ({ gram, voice: voices[at] ?? 0 }))
    const score = loud.reduce((sum, { voice }) => sum + voice, lean(model.book[category], category, facts))
    return { category, score, loud: loud.filter(({ gram, voice }) => gram.length > 1 && voice > 0) }
  })
  const evidence = (loud: readonly { voice: number }[]) => loud.reduce((sum, { voice }) => sum + voice, 0)
  if (!told.some(({ loud }) => evidence(loud) >= leastEvidence)) return []
  return told
    .filter(({ category }) => among.includes(category))
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ category, score, loud }) => ({
      category,
      score,
      words: wordsOf(
        signs,
        loud.filter(({ gram }) => isWord(model, gram.key, category)),
      ),
    }))
}

/** How much louder than on average each category says a run: the logarithm of the ratio. */
function voiceOf({ counts, sizes }: Model, gram: Gram): { gram: Gram; voices: number[] }[] {
  const known = counts.get(gram.key)
  if (!known) return []
  const rates = categories.map((_, at) => ((known[at] ?? 0) + unheard) / ((sizes[at] ?? 0) + doubt))
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length
  const floor = mildness * mean
  const weight = gramWeight[gram.length] ?? 1
  return [{ gram, voices: rates.map((rate) => weight * Math.log((rate + floor) / (mean + floor))) }]
}

function lean({ kinds, trades }: Lessons, category: Category, { kind, trade }: Facts): number {
  const ofKind = kind === undefined || kinds.includes(kind) ? 0 : -1.5
  const ofRelief = kind === 'relief' && category === 'penalty' ? 6 : 0
  const ofTrade = trade === undefined || !trades ? 0 : trades.includes(trade) ? 0.5 : -1
  return ofKind + ofRelief + ofTrade
}

/** Heard more than once: what stands in one sentence alone may be no word at all. */
function isWord({ counts }: Model, key: string, category: Category): boolean {
  return (counts.get(key)?.[categories.indexOf(category)] ?? 0) >= leastHeard
}
const leastHeard = 1.5

/** The loudest runs, those that overlap joined, as they were typed. */
function wordsOf(signs: readonly string[], loud: readonly { gram: Gram; voice: number }[]): string[] {
  const chosen: { from: number; to: number }[] = []
  for (const { gram } of [...loud].sort((a, b) => b.voice - a.voice).slice(0, 6)) {
    const to = gram.from + gram.length
    const joined = chosen.find((each) => gram.from < each.to && to > each.from)
    if (!joined) chosen.push({ from: gram.from, to })
    else if (Math.max(to, joined.to) - Math.min(gram.from, joined.from) <= wordLength) {
      joined.from = Math.min(gram.from, joined.from)
      joined.to = Math.max(to, joined.to)
    }
  }
  return [...new Set(chosen.map(({ from, to }) => signs.slice(from, to).join('')))].slice(0, 3)
}
