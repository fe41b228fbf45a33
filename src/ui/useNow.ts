import { useEffect, useState } from 'react'

const beat = 20_000

/** The time, again and again while the page is open: countdowns stay true. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), beat)
    return () => clearInterval(timer)
  }, [])
  return now
}
