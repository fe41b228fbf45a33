import { useEffect, useRef } from 'react'
import type { Drawing } from './pen'

export interface PaperProps {
  drawing: Drawing
  /** The picture: its address. */
  onDrawn: (url: string) => void
  onFailed: () => void
}

/** Draws a picture; shows nothing itself. */
export function Paper({ drawing, onDrawn, onFailed }: PaperProps) {
  const latest = useRef(drawing)
  latest.current = drawing
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same picture is drawn once
  useEffect(() => {
    const { width, height, draw } = latest.current
    const canvas = document.createElement('canvas')
    const pen = canvas.getContext('2d')
    if (!pen) return onFailed()
    canvas.width = width
    canvas.height = height
    draw(pen)
    onDrawn(canvas.toDataURL('image/png'))
  }, [drawing.of, onDrawn, onFailed])
  return null
}
