import { View } from '@tarojs/components'
import { type Trade, tradeNames } from '../../domain/people/roles'
import { useRead } from '../call/useRead'
import { Chips } from '../ui/Chip'
import { Heading } from '../ui/Heading'
import { Sheet } from '../ui/Sheet'
import './TradeChips.scss'

const title = '您是做什么的'
const trades = (Object.keys(tradeNames) as Trade[]).map((name) => ({ name, text: tradeNames[name] }))

/** What the person does, as far as the cloud knows; `asking` while it doesn't. */
export function useTrade(): { known: Trade | undefined; asking: boolean } {
  const { data, seen, refused } = useRead('person.me', {})
  const known = (data ?? seen?.data)?.trade
  return { known, asking: known === undefined && (data !== undefined || refused !== undefined) }
}

interface ChipsProps {
  chosen: Trade | undefined
  onChoose: (trade: Trade) => void
}

/** Asked once, in the form: it decides which trade committee is theirs. */
export function TradeChips({ chosen, onChoose }: ChipsProps) {
  return (
    <View>
      <View className="side">
        <Heading text={title} aside="只问这一回" />
      </View>
      <View className="trade-chips">
        <Chips options={trades} chosen={chosen} onChoose={onChoose} look="answer" label={title} />
      </View>
    </View>
  )
}

interface SheetProps {
  open: boolean
  onClose: () => void
  onChoose: (trade: Trade) => void
}

/** Asked once, when it was sent without an answer. */
export function TradeSheet({ open, onClose, onChoose }: SheetProps) {
  return (
    <Sheet open={open} title={title} onClose={onClose}>
      <View className="plain">只问这一回。平台的事，按行业找人办。</View>
      <View className="trade-answers">
        <Chips options={trades} chosen={undefined} onChoose={onChoose} wrap label={title} />
      </View>
    </Sheet>
  )
}
