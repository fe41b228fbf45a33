import { useCallback, useEffect, useRef, useState } from 'react'
import { limits } from '../../domain/appeal/limits'
import { toast } from '../ui/toast'
import { keptUrl } from './kept'
import { choosePhotos } from './photos'
import { asRefused } from './refused'
import { dropSent, uploadOnce } from './uploads'

interface Kept {
  id: string
  url: string
}

export interface PhotoHand {
  /** Where each photo can be shown from, in order. */
  urls: string[]
  /**
   * Asks for more, from the camera alone or also from the album; what comes may replace one. True when something came;
   * what could not be kept is said.
   */
  add: (from: 'camera' | 'any', inPlaceOf?: number) => Promise<boolean>
  remove: (index: number) => void
  /** Chosen, and not yet kept: nothing should be sent without it. */
  storing: boolean
  /** Sends up what has not been sent yet; gives all file ids. A photo that is up is not sent again. */
  upload: () => Promise<string[]>
  /** Once the function has them: off the phone. */
  clear: () => void
}

/** Photos of a draft: their ids stand in the draft, the pictures lie on the phone until the function has them. */
export function usePhotos(
  ids: readonly string[],
  change: (ids: string[]) => void,
  most: number = limits.photos,
): PhotoHand {
  const [shown, setShown] = useState<Kept[]>([])
  // More may be asked for while others are still being kept.
  const [storing, setStoring] = useState(0)
  const latest = useRef(ids)
  latest.current = ids
  const put = useCallback(
    (next: string[]) => {
      latest.current = next
      change(next)
    },
    [change],
  )
  const list = ids.join(' ')

  useEffect(() => {
    let current = true
    const wanted = list ? list.split(' ') : []
    Promise.all(wanted.map(async (id) => ({ id, url: await keptUrl(id) }))).then((found) => {
      if (!current) return
      const there = found.filter((each): each is Kept => each.url !== undefined)
      setShown(there)
      if (there.length < wanted.length) change(there.map(({ id }) => id))
    })
    return () => {
      current = false
    }
  }, [list, change])

  const add = useCallback(
    async (from: 'camera' | 'any', inPlaceOf?: number) => {
      const gone = inPlaceOf === undefined ? undefined : latest.current[inPlaceOf]
      const others = () => latest.current.filter((each) => each !== gone)
      const room = most - others().length
      if (room <= 0) return false
      let keeping = 0
      try {
        const { names, refused } = await choosePhotos(room, from, () => {
          keeping = 1
          setStoring((before) => before + 1)
        })
        if (refused) toast(refused.message)
        if (names.length === 0) return false
        const all = [...others(), ...names]
        put(all.slice(0, most))
        all.slice(most).forEach(dropSent)
        if (gone) dropSent(gone)
        return true
      } catch (thrown) {
        toast(asRefused(thrown).message)
        return false
      } finally {
        setStoring((before) => before - keeping)
      }
    },
    [put, most],
  )

  const remove = useCallback(
    (index: number) => {
      const id = latest.current[index]
      if (!id) return
      put(latest.current.filter((each) => each !== id))
      dropSent(id)
    },
    [put],
  )

  const upload = useCallback(async () => {
    const sent: string[] = []
    for (const id of ids) sent.push(await uploadOnce('photos', id))
    return sent
  }, [ids])

  const clear = useCallback(() => {
    for (const id of ids) dropSent(id)
  }, [ids])

  return { urls: shown.map(({ url }) => url), add, remove, storing: storing > 0, upload, clear }
}
