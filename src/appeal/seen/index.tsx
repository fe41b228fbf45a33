import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { categoryNames } from '../../../domain/appeal/categories'
import { declineReasonNames } from '../../../domain/appeal/names'
import { isWorking } from '../../../domain/appeal/states'
import type { Output } from '../../../domain/contract'
import { addressOf } from '../../call/address'
import { splitSentence } from '../../call/refused'
import { Unread } from '../../call/Unread'
import { useRead } from '../../call/useRead'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { goBack, Page } from '../../ui/Page'
import { Failure, LoadingCard } from '../../ui/States'
import { SideBySide } from '../detail/SideBySide'
import { OutcomeBadge, StateBadge } from '../StateBadge'
import { isLost } from '../useStep'
import './index.scss'

/** A snap as who saw it too sees it: before, after, how it stands. */
export default function SeenSnap() {
  const { id = '', longitude, latitude } = useRouter().params
  const position =
    longitude && latitude ? { longitude: Number(longitude), latitude: Number(latitude) } : undefined
  const reading = useRead('appeal.seen', { id, ...(position && { position }) })
  const { data, refused, seen, reload } = reading
  const lost = refused && isLost(refused)
  const shown = data ?? (lost ? seen?.data : undefined)
  if (refused && !lost) {
    const { title, words } = splitSentence(refused.message)
    return (
      <Page title="您也看到的" foot={<ActionBar main={<Button text="返回" onTap={() => goBack()} />} />}>
        <Failure title={title} words={words} icon="lock" />
      </Page>
    )
  }
  return (
    <Page title="您也看到的">
      <View className="side seen-parts">
        {lost && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
        {shown ? <Seen snap={shown} /> : !refused && <LoadingCard rows={2} />}
      </View>
    </Page>
  )
}

function Seen({ snap }: { snap: Output<'appeal.seen'> }) {
  const { category, placeName, state, outcome, declined, before, after, words } = snap
  return (
    <>
      <View>
        <View className="seen-badges">
          <StateBadge state={state} />
          {outcome && <OutcomeBadge outcome={outcome} />}
        </View>
        <View className="big">
          {categoryNames[category]} · {placeName}
        </View>
        {isWorking(state) && <View className="meta">点过“我也看到”的，办完告诉您</View>}
      </View>
      <SideBySide before={before.map(addressOf)} after={after.map(addressOf)} />
      {words && (
        <Card>
          <View className="meta">办的人说</View>
          <View className="plain said">{words}</View>
        </Card>
      )}
      {declined && (
        <Card sunken>
          <View className="meta">没受理是因为</View>
          <View className="plain">{declineReasonNames[declined]}</View>
        </Card>
      )}
    </>
  )
}
