import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Place } from '../../domain/contract'
import { call } from '../call/call'
import { asRefused } from '../call/refused'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Row } from '../ui/Row'
import { distance } from './distance'
import { positionNow } from './position'

type Near = Place & { metres: number; inside: boolean }
type Found = { places: Near[] } | { words: string }

/** The communities around the phone, when the person asks for it; everything goes on without. */
export function Nearby({ onChoose }: { onChoose: (place: Place) => void }) {
  const [found, setFound] = useState<Found>()
  const [busy, setBusy] = useState(false)
  const look = async () => {
    setBusy(true)
    setFound(await near().catch((thrown: unknown) => ({ words: asRefused(thrown).message })))
    setBusy(false)
  }
  return (
    <View>
      <Button look="text" icon="map-pin" text={busy ? '正在找' : '用我现在的位置'} busy={busy} onTap={look} />
      {found && 'words' in found && <View className="place-caption meta">{found.words}</View>}
      {found && 'places' in found && (
        <Card flush>
          {found.places.map((place) => (
            <Row
              key={place.id}
              title={place.name}
              meta={`${place.location} · ${place.inside ? '您就在这里' : distance(place.metres)}`}
              onTap={() => onChoose(place)}
            />
          ))}
        </Card>
      )}
    </View>
  )
}

async function near(): Promise<Found> {
  const position = await positionNow()
  if (!position) return { words: '没拿到位置，不要紧，从下面选。' }
  const { places } = await call('place.near', position)
  return places.length > 0 ? { places } : { words: '附近没有认得的社区，从下面选。' }
}
