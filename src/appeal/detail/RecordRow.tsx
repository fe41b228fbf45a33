import { View } from '@tarojs/components'
import { useState } from 'react'
import type { AppealView } from '../../../domain/contract'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { Sheet } from '../../ui/Sheet'
import { Tap } from '../../ui/Tap'
import './RecordRow.scss'

/** Under the timeline: whether the log is whole, as just checked, and what that means. */
export function RecordRow({ view: { whole, version, number, timeline } }: { view: AppealView }) {
  const [open, setOpen] = useState(false)
  const unseen = version - timeline.length
  const close = () => setOpen(false)
  const title = whole ? `记录完整 · 共 ${version} 步` : '记录对不上，点开看看'
  return (
    <>
      <Tap className={`record ${whole ? '' : 'record-broken'}`} onTap={() => setOpen(true)}>
        <Icon name={whole ? 'shield-check' : 'shield-alert'} size={20} />
        <View>{title}</View>
        <Icon name="chevron-right" size={18} />
      </Tap>
      <Sheet
        open={open}
        title={whole ? '记录改不了' : '记录对不上'}
        icon={whole ? 'shield-check' : 'shield-alert'}
        onClose={close}
        foot={<Button text="知道了" onTap={close} />}
      >
        <View className="plain">
          {whole
            ? `每一步都带着上一步的印记，一环扣一环，谁也不能事后改掉或抽走。刚才从头核对过，共 ${version} 步，一步不少。`
            : `刚才从头核对，这件事的记录和存着的对不上，可能有人动过。您说的话还在；请把编号 ${number} 告诉社区，请他们查。`}
        </View>
        {whole && unseen > 0 && (
          <View className="hint record-unseen">其中 {unseen} 步是单位内部的提醒和跟进，这里不列。</View>
        )}
      </Sheet>
    </>
  )
}
