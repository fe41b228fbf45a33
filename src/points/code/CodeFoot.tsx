import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { Output } from '../../../domain/contract'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'

interface Props {
  redemption: Output<'redemption.view'>
  busy: boolean
  onCancel: () => void
}

/** 不要了, asked once more, and back to the shop. */
export function CodeFoot({ redemption: { cancellable, name, points }, busy, onCancel }: Props) {
  const [asking, setAsking] = useState(false)
  const shop = (
    <Button
      look={cancellable ? 'secondary' : 'main'}
      text="去超市看看"
      onTap={() => Taro.redirectTo({ url: '/points/shop/index' })}
    />
  )
  return (
    <>
      <ActionBar
        {...(cancellable && {
          secondary: <Button look="secondary" text="不要了" busy={busy} onTap={() => setAsking(true)} />,
        })}
        main={shop}
      />
      <Sheet
        open={asking}
        title={`${name}不要了？`}
        onClose={() => setAsking(false)}
        foot={
          <>
            <Button
              text={`不要了，退回 ${points} 分`}
              onTap={() => {
                setAsking(false)
                onCancel()
              }}
            />
            <Button look="text" text="还是留着" onTap={() => setAsking(false)} />
          </>
        }
      />
    </>
  )
}
