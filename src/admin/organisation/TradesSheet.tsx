import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Trade, tradeNames } from '../../../domain/people/roles'
import { SheetFoot } from '../../appeal/SheetFoot'
import { Button } from '../../ui/Button'
import { SeveralChips } from '../../ui/SeveralChips'
import { Sheet } from '../../ui/Sheet'
import type { EditProps } from './sheets'

const all = Object.keys(tradeNames) as Trade[]

/** 服务对象: any number of trades; none chosen means everybody. */
export function TradesSheet({ view, busy, refused, onClose, save }: EditProps) {
  const [chosen, setChosen] = useState<readonly Trade[]>(view.trades)
  const toggle = (trade: Trade) =>
    setChosen(chosen.includes(trade) ? chosen.filter((each) => each !== trade) : [...chosen, trade])
  const trades = all.filter((trade) => chosen.includes(trade))
  return (
    <Sheet
      open
      title="服务对象"
      onClose={onClose}
      foot={
        <SheetFoot refused={refused} reason={trades.length === 0 ? '一个不选，就是谁都可以来' : undefined}>
          <Button text="存好" busy={busy} onTap={() => save({ trades: trades.length > 0 ? trades : null })} />
        </SheetFoot>
      }
    >
      <View className="sheet-chips">
        <SeveralChips
          label="服务对象"
          options={all.map((name) => ({ name, text: tradeNames[name] }))}
          chosen={chosen}
          onToggle={toggle}
        />
      </View>
    </Sheet>
  )
}
