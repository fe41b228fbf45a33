import { useEffect, useState } from 'react'
import { keptUrl } from './kept'

/** Where a file that the phone keeps can be shown or played from; undefined until that is known. */
export function useKeptUrl(name: string | undefined): string | undefined {
  const [found, setFound] = useState<{ name: string; url: string | undefined }>()
  useEffect(() => {
    let current = true
    if (name) keptUrl(name).then((url) => current && setFound({ name, url }))
    return () => {
      current = false
    }
  }, [name])
  return found && found.name === name ? found.url : undefined
}
