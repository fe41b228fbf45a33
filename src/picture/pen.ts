/** What pictures are drawn with: the part that WeChat's canvas and the browser's have in common. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'font'
  | 'fillStyle'
  | 'textAlign'
  | 'fillRect'
  | 'fillText'
  | 'measureText'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'closePath'
  | 'fill'
>

/** A picture that can be drawn: the same `of` is the same picture. */
export interface Drawing {
  of: string
  width: number
  height: number
  draw: (pen: Pen) => void
}
