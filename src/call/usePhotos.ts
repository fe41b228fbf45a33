import { useCallback, useEffect, useState } from 'react'
import { limits } from '../../domain/appeal/limits'
import { personId } from '../me/person'
import { choosePhotos, dropPhoto, keptPhoto, uploadPhoto } from './photos'
import { forget, keep, recall } from './storage'

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
  /** Sends up what has not been sent yet; gives all file ids. A photo that is up is not sent again. */
  upload: () => Promise<string[]>
  /** Once the function has them: off the phone. */
  clear: () => void
}

const sentKey = (id: string) => `sent:${id}`

/** Photos of a draft: their ids stand in the draft, the pictures lie on the phone until the function has them. */
export function usePhotos(ids: readonly string[], change: (ids: string[]) => void): PhotoHand {
  const [shown, setShown] = useState<Kept[]>([])
  const list = ids.join(' ')

  useEffect(() => {
    let current = true
    const wanted = list ? list.split(' ') : []
    Promise.all(wanted.map(async (id) => ({ id, url: await keptPhoto(id) }))).then((found) => {
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
      const room = limits.photos - others.length
      const added = room > 0 ? await choosePhotos(room, from) : []
      if (added.length === 0) return false
      change([...others, ...added])
      if (gone) drop(gone)
      return true
    },
    [ids, change],
  )

  const remove = useCallback(
    (index: number) => {
      const id = ids[index]
      if (!id) return
      change(ids.filter((each) => each !== id))
      drop(id)
    },
    [ids, change],
  )

  const upload = useCallback(async () => {
    if (ids.length === 0) return []
    const owner = await personId()
    const sent: string[] = []
    for (const id of ids) {
      const fileId = recall<string>(sentKey(id)) ?? (await uploadPhoto(id, owner))
      keep(sentKey(id), fileId)
      sent.push(fileId)
    }
    return sent
  }, [ids])

  const clear = useCallback(() => {
    for (const id of ids) drop(id)
  }, [ids])

  return { urls: shown.map(({ url }) => url), add, remove, upload, clear }
}

function drop(id: string): void {
  forget(sentKey(id))
  dropPhoto(id)
}
