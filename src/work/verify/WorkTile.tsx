import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { clock } from '../../appeal/words'
import { addressOf } from '../../call/address'
import { Icon } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'
import { type Decision, lockedWords, type Work } from './decisions'

interface Props {
  work: Work
  decision: Decision
  onTick: () => void
}

/** What somebody handed in: a tap on the photo shows it whole, a tap below ticks or unticks it. */
export function WorkTile({ work, decision, onTick }: Props) {
  const { name, checkIn, proof, locked } = work
  const photos = proof?.photos.map(addressOf) ?? []
  const [first] = photos
  const ticked = !locked && decision.is === 'accepted'
  const came = checkIn && `${clock(checkIn.at)} 签到`
  return (
    <View className={`work-tile ${ticked || locked ? '' : 'work-tile-off'}`}>
      {first ? (
        <Tap
          className="work-picture"
          label={`看${name}的照片`}
          onTap={() => Taro.previewImage({ urls: photos, current: first })}
        >
          <Image className="work-photo" src={first} mode="aspectFill" />
          {photos.length > 1 && <View className="work-more">{photos.length} 张</View>}
        </Tap>
      ) : (
        <View className="work-picture work-none">
          <Icon name="user-round-check" size={28} />
          <View className="meta">{came ?? '不用签到'}</View>
        </View>
      )}
      <Tap
        className="work-words"
        role="switch"
        checked={ticked}
        label={`${name}${locked ? `，${lockedWords[locked]}` : ticked ? '，通过' : ''}`}
        disabled={locked !== undefined}
        onTap={onTick}
      >
        <View className="work-name">
          <View className="strong said">{name}</View>
          {linesOf(work, decision, first ? came : undefined).map((line) => (
            <View className="meta said" key={line}>
              {line}
            </View>
          ))}
        </View>
        {locked ? (
          <Icon name="lock" className="work-lock" />
        ) : (
          <View className={`work-tick ${ticked ? 'work-ticked' : ''}`}>
            {ticked && <Icon name="check" size={20} />}
          </View>
        )}
      </Tap>
    </View>
  )
}

function linesOf({ locked, checkIn, proof }: Work, decision: Decision, came: string | undefined): string[] {
  if (locked) return [lockedWords[locked]]
  if (decision.is === 'rejected') return [`没通过：${decision.words}`]
  if (decision.is === 'left') return ['先放着，这次不算']
  const far = checkIn?.metres === undefined ? undefined : `离点 ${checkIn.metres} 米`
  const words = proof?.words ? `说：${proof.words}` : undefined
  return [came, far, words].filter((line) => line !== undefined)
}
