import { useCallback, useEffect, useState } from 'react'
import { limits } from '../../domain/appeal/limits'
import { keptUrl } from './kept'
import { choosePhotos } from './photos'
import { dropSent, uploadOnce } from './uploads'

interface Kept {
  id: string
  url: string
}

export interface PhotoHand {
  /** Where each photo can be shown from, in order. */
  urls: string[]
  /** Asks for more, from the camera alone or also from the album; what comes may replace one. True when something came. */
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
  const [storing, setStoring] = useState(false)
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
      const gone = inPlaceOf === undefined ? undefined : ids[inPlaceOf]
      const others = ids.filter((each) => each !== gone)
      const room = most - others.length
      const chosen = room > 0 ? choosePhotos(room, from, () => setStoring(true)) : []
      const added = await Promise.resolve(chosen).finally(() => setStoring(false))
      if (added.length === 0) return false
      change([...others, ...added])
      if (gone) dropSent(gone)
      return true
    },
    [ids, change, most],
  )

  const remove = useCallback(
    (index: number) => {
      const id = ids[index]
      if (!id) return
      change(ids.filter((each) => each !== id))
      dropSent(id)
    },
    [ids, change],
  )

  const upload = useCallback(async () => {
    const sent: string[] = []
    for (const id of ids) sent.push(await uploadOnce('photos', id))
    return sent
  }, [ids])

  const clear = useCallback(() => {
    for (const id of ids) dropSent(id)
  }, [ids])

  return { urls: shown.map(({ url }) => url), add, remove, storing, upload, clear }
}
