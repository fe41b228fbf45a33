import { useCallback, useRef, useState } from 'react'
import { forget, keep, recall } from './storage'

const keyOf = (name: string) => `draft:${name}`

/** A draft that some form keeps. */
export const keptDraft = <T extends object>(name: string): T | undefined => recall<T>(keyOf(name))
/** Puts something into a form that is not open. */
export const keepDraft = (name: string, draft: object): boolean => keep(keyOf(name), draft)
export const forgetDraft = (name: string): void => forget(keyOf(name))

export type Change<T> = Partial<T> | ((draft: T) => Partial<T>)

/**
 * Words (or anything else that fits in storage) that survive closing the app and failing to send. Clear it only when
 * the function has said that it has them.
 */
export function useDraft<T extends object>(
  name: string,
  empty: T,
): [draft: T, change: (change: Change<T>) => void, clear: () => void] {
  const key = keyOf(name)
  const [draft, setDraft] = useState<T>(() => ({ ...empty, ...recall<Partial<T>>(key) }))
  const latest = useRef(draft)
  const blank = useRef(empty)
  const change = useCallback(
    (change: Change<T>) => {
      latest.current = {
        ...latest.current,
        ...(typeof change === 'function' ? change(latest.current) : change),
      }
      keep(key, latest.current)
      setDraft(latest.current)
    },
    [key],
  )
  const clear = useCallback(() => {
    latest.current = blank.current
    forget(key)
    setDraft(blank.current)
  }, [key])
  return [draft, change, clear]
}
