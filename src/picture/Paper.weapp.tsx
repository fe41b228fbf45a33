import { Canvas } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import type { PaperProps } from './Paper.h5'
import './Paper.scss'
import type { Pen } from './pen'

// WeChat's own canvas, as far as it is used here.
interface Sheet {
  width: number
  height: number
  getContext(kind: '2d'): Pen
}

/** Draws a picture outside of what is seen; shows nothing itself. */
export function Paper({ drawing, onDrawn, onFailed }: PaperProps) {
  const latest = useRef(drawing)
  latest.current = drawing
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same picture is drawn once
  useEffect(() => {
    const { width, height, draw } = latest.current
    // The canvas is there once the page has been laid out.
    Taro.nextTick(() =>
      Taro.createSelectorQuery()
        .select('#paper')
        .fields({ node: true })
        .exec(([found]: { node?: Sheet }[]) => {
          const canvas = found?.node
          if (!canvas) return onFailed()
          canvas.width = width
          canvas.height = height
          draw(canvas.getContext('2d'))
          Taro.canvasToTempFilePath({
            canvas: canvas as unknown as Taro.Canvas,
            destWidth: width,
            destHeight: height,
            fileType: 'png',
          })
            .then(({ tempFilePath }) => onDrawn(tempFilePath))
            .catch(onFailed)
        }),
    )
  }, [drawing.of, onDrawn, onFailed])
  return <Canvas type="2d" id="paper" className="paper" />
}
