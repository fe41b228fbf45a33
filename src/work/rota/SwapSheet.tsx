import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ShiftView, SwapView } from '../../../domain/contract'
import { SheetFoot } from '../../appeal/SheetFoot'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { shiftName } from '../dutyWords'
import { ColleagueChoice } from './ColleagueChoice'
import { useColleagues } from './useColleagues'

interface Props {
  shift: ShiftView
  /** Asked for already. */
  swap: SwapView | undefined
  hat: string
  now: number
  busy: boolean
  onAsk: (toId: string) => void
  onTakeBack: (swap: SwapView) => void
  onClose: () => void
}

/** One of my shifts to come: ask a colleague to take it over, or take the question back. */
export function SwapSheet({ shift, swap, hat, now, busy, onAsk, onTakeBack, onClose }: Props) {
  const when = shiftName(shift.from, shift.to, now)
  if (!swap) return <AskSheet {...{ hat, when, busy, onAsk, onClose }} />
  return (
    <Sheet
      open
      title="在请人替"
      onClose={onClose}
      foot={
        <SheetFoot>
          <Button look="secondary" text="不换了，收回" busy={busy} onTap={() => onTakeBack(swap)} />
        </SheetFoot>
      }
    >
      <View className="strong">{when}</View>
      <View className="plain">等{swap.name}点头。没点头之前，还是您的班。</View>
    </Sheet>
  )
}

interface AskProps extends Pick<Props, 'hat' | 'busy' | 'onAsk' | 'onClose'> {
  when: string
}

function AskSheet({ hat, when, busy, onAsk, onClose }: AskProps) {
  const colleagues = useColleagues(hat)
  const [chosen, setChosen] = useState<string>()
  const name = colleagues.list?.find(({ personId }) => personId === chosen)?.name
  return (
    <Sheet
      open
      tall
      title="请谁替"
      onClose={onClose}
      foot={
        <SheetFoot reason={name ? '对方点了头才算换，没点头还是您的班' : '选一位同事'}>
          {name && chosen ? (
            <Button text={`请${name}替`} busy={busy} onTap={() => onAsk(chosen)} />
          ) : (
            <Button look="locked" text="请人替班" onTap={onClose} />
          )}
        </SheetFoot>
      }
    >
      <View className="strong sheet-caption">{when}</View>
      <ColleagueChoice
        colleagues={{ ...colleagues, list: colleagues.list?.filter(({ mine }) => !mine) }}
        chosen={chosen}
        onChoose={setChosen}
        nobody="单位里还没有别的同事能值班。"
      />
    </Sheet>
  )
}
