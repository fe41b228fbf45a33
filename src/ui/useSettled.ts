import { useEffect, useState } from 'react'

/** A text once the typing rests, so that not every letter is asked for. */
export function useSettled(text: string, rest = 250): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), rest)
    return () => clearTimeout(timer)
  }, [text, rest])
  return settled
}
