import { Canvas } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import type { LetterText } from '../../../domain/relief/letter'
import { draw, laidWith, type Pen } from './draw'
import './LetterPaper.scss'

interface Props {
  text: LetterText
  /** The letter as a picture: its address. */
  onDrawn: (url: string) => void
  onFailed: () => void
}

// WeChat's own canvas, as far as it is used here.
interface Sheet {
  width: number
  height: number
  getContext(kind: '2d'): Pen
}

/** Draws the letter outside of what is seen; shows nothing itself. */
export function LetterPaper({ text, onDrawn, onFailed }: Props) {
  // The same letter is drawn once.
  const drawn = JSON.stringify(text)
  useEffect(() => {
    const letter: LetterText = JSON.parse(drawn)
    // The canvas is there once the page has been laid out.
    Taro.nextTick(() =>
      Taro.createSelectorQuery()
        .select('#letter-paper')
        .fields({ node: true })
        .exec(([found]: { node?: Sheet }[]) => {
          const canvas = found?.node
          if (!canvas) return onFailed()
          const pen = canvas.getContext('2d')
          const laid = laidWith(pen, letter)
          canvas.width = laid.width
          canvas.height = laid.height
          draw(pen, laid)
          Taro.canvasToTempFilePath({
            canvas: canvas as unknown as Taro.Canvas,
            destWidth: laid.width,
            destHeight: laid.height,
            fileType: 'png',
          })
            .then(({ tempFilePath }) => onDrawn(tempFilePath))
            .catch(onFailed)
        }),
    )
  }, [drawn, onDrawn, onFailed])
  return <Canvas type="2d" id="letter-paper" className="letter-paper" />
}
