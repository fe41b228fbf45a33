import type { Spell } from '../../../domain/place/organisation.ts'

/**
 * Knows the syllables of Chinese texts without tones; letters and digits stand for themselves. Its dictionary is read
 * when it is first needed: riders, who never name an organisation, don't wait for it.
 */
export async function speller(): Promise<Spell> {
  const { pinyin } = await import('pinyin-pro')
  return (text) =>
    pinyin(text, { toneType: 'none', type: 'array', v: true }).flatMap((syllable) => {
      const typed = syllable.toLowerCase().replace(/[^a-z0-9]/g, '')
      return typed ? [typed] : []
    })
}
