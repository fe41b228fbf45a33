import { useEffect, useMemo, useState } from 'react'
import { type Category, categories } from '../../domain/appeal/categories'
import {
  type Addition,
  type Facts,
  type Model,
  type Suggestion,
  suggest,
  train,
} from '../../domain/appeal/suggest/model'
import { lessonBook } from '../../domain/appeal/suggest/shipped'
import { call } from '../call/call'
import { keep, recall } from '../call/storage'
import { rememberCity, takenOf } from './city'

/** What administrators added, as this phone last heard of it. */
interface Learnt {
  version: number
  added: Addition[]
}
const shelf = 'suggestions'
const nothingLearnt: Learnt = { version: 0, added: [] }

let trained: { version: number; model: Model } | undefined

/** Learnt once per version: words shipped with the app and words that were added, with or without a signal. */
function modelNow(): Model {
  const { version, added } = recall<Learnt>(shelf) ?? nothingLearnt
  if (trained?.version !== version) trained = { version, model: train(lessonBook, added) }
  return trained.model
}

/** Fetches what was added since; true when there was something. Without a signal the phone goes on with what it has. */
async function refresh(): Promise<boolean> {
  const known = recall<Learnt>(shelf) ?? nothingLearnt
  try {
    const { version, added, city } = await call('suggestion.current', { version: known.version })
    rememberCity(city)
    return added !== undefined && keep(shelf, { version, added })
  } catch {
    return false
  }
}

/** The likeliest categories of what is being typed, worked out on the phone. */
export function useSuggestions(
  text: string,
  { kind, trade }: Facts,
  among?: readonly Category[],
): Suggestion[] {
  const [model, setModel] = useState<Model>()
  const [taken, setTaken] = useState(() => takenOf(among ?? categories))
  useEffect(() => {
    let here = true
    // After the page is drawn: an old phone takes a moment to learn.
    const timer = setTimeout(() => setModel(modelNow()), 60)
    refresh().then((newer) => {
      if (here && newer) setModel(modelNow())
      if (here) setTaken(takenOf(among ?? categories))
    })
    return () => {
      here = false
      clearTimeout(timer)
    }
  }, [among])
  return useMemo(
    () => (text.trim() === '' ? [] : suggest(model ?? modelNow(), text, { kind, trade }, taken)),
    [model, text, kind, trade, taken],
  )
}
