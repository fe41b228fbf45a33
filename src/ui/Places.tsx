import { View } from '@tarojs/components'
import './Places.scss'

interface Props {
  places: number
  taken: number
  large?: boolean
}

/** More hexagons than this say less than a figure. */
export const mostHexagons = 10

/** Places as hexagons, the filled ones taken; nothing where there are too many to be seen at a glance. */
export function Places({ places, taken, large }: Props) {
  if (places > mostHexagons) return null
  return (
    <View
      className={`places ${large ? 'places-large' : ''}`}
      {...{ role: 'img', 'aria-label': `${places} 个名额，有人的 ${taken} 个` }}
    >
      {Array.from({ length: places }, (_, index) => (
        <View key={index} className={`place-hexagon ${index < taken ? '' : 'place-free'}`} />
      ))}
    </View>
  )
}
