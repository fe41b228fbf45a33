import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { Place } from '../../domain/contract'
import { useRead } from '../call/useRead'
import { scannedPlace } from './scanned'

/** The place whose code was scanned, or that a link names; undefined while it isn't known, or when there is none. */
export function useScanned(): Place | undefined {
  const id = scannedPlace(useRouter().params)
  const { data } = useRead('place.named', id === undefined ? undefined : { id })
  const [place, setPlace] = useState<Place>()
  useEffect(() => {
    if (data?.place) setPlace(data.place)
  }, [data])
  return place
}
