import { useEffect } from 'react'
import type { LetterText } from '../../../domain/relief/letter'
import { draw, laidWith } from './draw'

interface Props {
  text: LetterText
  /** The letter as a picture: its address. */
  onDrawn: (url: string) => void
  onFailed: () => void
}

/** Draws the letter; shows nothing itself. */
export function LetterPaper({ text, onDrawn, onFailed }: Props) {
  // The same letter is drawn once.
  const drawn = JSON.stringify(text)
  useEffect(() => {
    const letter: LetterText = JSON.parse(drawn)
    const canvas = document.createElement('canvas')
    const pen = canvas.getContext('2d')
    if (!pen) return onFailed()
    const laid = laidWith(pen, letter)
    canvas.width = laid.width
    canvas.height = laid.height
    draw(pen, laid)
    onDrawn(canvas.toDataURL('image/png'))
  }, [drawn, onDrawn, onFailed])
  return null
}
