import { moment } from '../appeal/words'
import { Notice } from '../ui/States'
import type { Refused } from './refused'

interface Props {
  refused: Refused
  /** When what is shown below came; undefined when there is nothing to show. */
  at: number | undefined
  onAgain: () => void
}

/** On top of a list that could not be read anew: what is shown instead; a tap tries again. */
export function Unread({ refused, at, onAgain }: Props) {
  const offline = refused.code === 'OFFLINE'
  return (
    <Notice
      icon={offline ? 'wifi-off' : 'cloud-off'}
      title={at === undefined ? '没连上，不是您的问题' : '没连上，先给您看存的'}
      words={
        at === undefined ? '您写的、拍的都在手机上。点这里再试' : `${moment(at, Date.now())} 存的。点这里再试`
      }
      onTap={onAgain}
    />
  )
}
