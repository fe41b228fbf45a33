import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Place } from '../../domain/contract'
import { useRead } from '../call/useRead'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Icon } from '../ui/Icon'
import { Row } from '../ui/Row'
import { SearchField } from '../ui/SearchField'
import { Sheet } from '../ui/Sheet'
import { LoadingCard } from '../ui/States'
import { Tap } from '../ui/Tap'
import { useSettled } from '../ui/useSettled'
import './PlaceSheet.scss'
import { chosenPlaces, rememberPlace } from './chosen'
import { Nearby } from './Nearby'

interface Props {
  open: boolean
  onClose: () => void
  onChoose: (place: Place) => void
}

/** A community, by a few letters or down the list: district, street, community. Or no more than one knows. */
export function PlaceSheet({ open, onClose, onChoose }: Props) {
  const [text, setText] = useState('')
  const [path, setPath] = useState<Place[]>([])
  useEffect(() => {
    if (!open) return
    setText('')
    setPath([])
  }, [open])
  const choose = (place: Place) => {
    rememberPlace(place)
    onChoose(place)
    onClose()
  }
  const here = path[path.length - 1]
  return (
    <Sheet
      open={open}
      title="在哪个社区"
      onClose={onClose}
      tall
      foot={
        here &&
        text.trim() === '' && (
          <Button
            look="secondary"
            text={`说不上哪个社区，就写${here.name}`}
            onTap={() => choose(here)}
            className="place-foot"
          />
        )
      }
    >
      <SearchField value={text} onChange={setText} placeholder="打几个字找社区" />
      {text.trim() ? (
        <Found text={text.trim()} onChoose={choose} />
      ) : (
        <Listed path={path} onPath={setPath} onChoose={choose} />
      )}
    </Sheet>
  )
}

function Found({ text, onChoose }: { text: string; onChoose: (place: Place) => void }) {
  const wanted = useSettled(text)
  const { data, refused, loading, reload } = useRead('place.search', { text: wanted })
  if (refused && !data) return <Lost message={refused.message} onAgain={reload} />
  if (!data || (loading && wanted !== text)) return <LoadingPlaces />
  if (data.places.length === 0)
    return <View className="place-none meta">没找到“{wanted}”。换几个字，或清空了从区县找。</View>
  return <Places places={data.places} located onTap={onChoose} />
}

interface ListedProps {
  path: Place[]
  onPath: (path: Place[]) => void
  onChoose: (place: Place) => void
}

function Listed({ path, onPath, onChoose }: ListedProps) {
  const here = path[path.length - 1]
  const { data, refused, reload } = useRead('place.list', here ? { parentId: here.id } : {})
  const recent = chosenPlaces()
  return (
    <>
      {path.length === 0 && <Nearby onChoose={onChoose} />}
      {path.length === 0 && recent.length > 0 && (
        <>
          <View className="place-caption meta">选过的</View>
          <Places places={recent} located onTap={onChoose} />
        </>
      )}
      {here ? (
        <Tap className="place-back" label={`退出${here.name}`} onTap={() => onPath(path.slice(0, -1))}>
          <Icon name="chevron-left" size={20} />
          <View>{path.map(({ name }) => name).join(' · ')}</View>
        </Tap>
      ) : (
        <View className="place-caption meta">从区县找</View>
      )}
      {refused && !data ? (
        <Lost message={refused.message} onAgain={reload} />
      ) : data ? (
        <Places
          places={data.places}
          onTap={(place) => (place.kind === 'community' ? onChoose(place) : onPath([...path, place]))}
        />
      ) : (
        <LoadingPlaces />
      )}
    </>
  )
}

interface PlacesProps {
  places: readonly Place[]
  /** Says where each lies; not needed below its own district. */
  located?: boolean
  onTap: (place: Place) => void
}

function Places({ places, located, onTap }: PlacesProps) {
  return (
    <Card flush className="place-list">
      {places.map((place) => (
        <Row key={place.id} title={place.name} meta={located && place.location} onTap={() => onTap(place)} />
      ))}
    </Card>
  )
}

const LoadingPlaces = () => (
  <View className="place-list">
    <LoadingCard rows={3} />
  </View>
)

function Lost({ message, onAgain }: { message: string; onAgain: () => void }) {
  return (
    <View className="place-none meta">
      {message}
      <Button look="text" text="再试一次" icon="refresh-cw" onTap={onAgain} />
    </View>
  )
}
