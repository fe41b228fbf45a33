import type { LetterText } from '../../../domain/relief/letter'
import { Picture } from '../../picture/Picture'
import { draw, laidWith } from './draw'
import { paper } from './layout'

interface Props {
  text: LetterText
  /** Where the picture is, once it is drawn. */
  onUrl?: (url: string) => void
}

/** The letter as it goes out. */
export function LetterImage({ text, onUrl }: Props) {
  return (
    <Picture
      name="公函"
      drawing={{
        ...paper,
        of: JSON.stringify(text),
        draw: (pen) => draw(pen, laidWith(pen, text)),
      }}
      {...(onUrl && { onUrl })}
    />
  )
}
