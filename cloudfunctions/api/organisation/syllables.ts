import { pinyin } from 'pinyin-pro'
import type { Spell } from '../../../domain/place/organisation.ts'

/** The syllables of a Chinese text without tones; letters and digits stand for themselves. */
export const syllablesOf: Spell = (text) =>
  pinyin(text, { toneType: 'none', type: 'array', v: true }).flatMap((syllable) => {
    const typed = syllable.toLowerCase().replace(/[^a-z0-9]/g, '')
    return typed ? [typed] : []
  })
