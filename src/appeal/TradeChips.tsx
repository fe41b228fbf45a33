import { View } from '@tarojs/components'
import { type Trade, tradeNames } from '../../domain/people/roles'
import { useRead } from '../call/useRead'
import { Chips } from '../ui/Chip'
import { Heading } from '../ui/Heading'

const trades = (Object.keys(tradeNames) as Trade[]).map((name) => ({ name, text: tradeNames[name] }))

/** What the person does, as far as the cloud knows; `asking` while it doesn't. */
export function useTrade(): { known: Trade | undefined; asking: boolean } {
  const { data, seen, refused } = useRead('person.me', {})
  const known = (data ?? seen?.data)?.trade
  return { known, asking: known === undefined && (data !== undefined || refused !== undefined) }
}

/** Asked once: it decides which trade committee is theirs. */
export function TradeChips({
  chosen,
  onChoose,
}: {
  chosen: Trade | undefined
  onChoose: (trade: Trade) => void
}) {
  return (
    <View>
      <View className="side">
        <Heading text="您是做什么的" aside="只问这一回" />
      </View>
      <View style={{ height: '8px' }} />
      <Chips options={trades} chosen={chosen} onChoose={onChoose} look="answer" label="您是做什么的" />
    </View>
  )
}
