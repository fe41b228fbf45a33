import { View } from '@tarojs/components'
import { useState } from 'react'
import type { HatView } from '../../domain/contract'
import { Choice } from '../ui/Choice'
import { Icon } from '../ui/Icon'
import { Sheet } from '../ui/Sheet'
import { Tap } from '../ui/Tap'
import './HatStrip.scss'
import { hatName, type WornHat } from './useHats'

/** The hat worn, below the ink bar; who has several changes it here. */
export function HatStrip({ hat, hats, wear }: Pick<WornHat, 'hat' | 'hats' | 'wear'>) {
  const [open, setOpen] = useState(false)
  const choose = (next: HatView) => {
    wear(next)
    setOpen(false)
  }
  const several = hats !== undefined && hats.length > 1
  const words = (
    <>
      <Icon name="id-card" size={20} />
      <View className="hat-name">{hat ? hatName(hat) : '工作'}</View>
      {several && (
        <View className="hat-change">
          换身份
          <Icon name="chevron-right" size={18} />
        </View>
      )}
    </>
  )
  if (!several) return <View className="hat-strip">{words}</View>
  return (
    <>
      <Tap className="hat-strip" onTap={() => setOpen(true)}>
        {words}
      </Tap>
      <Sheet open={open} title="换身份" onClose={() => setOpen(false)}>
        <View {...{ role: 'radiogroup', 'aria-label': '用哪个身份办事' }}>
          {hats.map((each) => (
            <Choice
              key={each.id}
              title={each.organisation.name}
              words={each.title}
              chosen={each.id === hat?.id}
              onChoose={() => choose(each)}
            />
          ))}
        </View>
      </Sheet>
    </>
  )
}
