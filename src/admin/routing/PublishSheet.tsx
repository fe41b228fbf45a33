import { View } from '@tarojs/components'
import { useState } from 'react'
import type { HatView } from '../../../domain/contract'
import { changeWords } from '../../../domain/routing/changes'
import { graveFault } from '../../../domain/routing/faults'
import { routingLimits } from '../../../domain/routing/limits'
import { SheetFoot } from '../../appeal/SheetFoot'
import { isRefused, useStep } from '../../appeal/useStep'
import { useDraft } from '../../call/draft'
import type { Refused } from '../../call/refused'
import { Button } from '../../ui/Button'
import { Reason } from '../../ui/Reason'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { unfinished } from './unfinished'
import type { Desk } from './useDesk'

interface Props {
  desk: Desk
  hat: HatView
  onTrial: () => void
  onClose: () => void
  onDone: (version: number) => void
}

/** 生效: what changes, what the trial said, and why. */
export function PublishSheet({ desk, hat, onTrial, onClose, onDone }: Props) {
  const { rules, changes, version, stale, trial } = desk
  const [{ words }, change, clear] = useDraft('routing.words', { words: '' })
  const [refused, setRefused] = useState<Refused>()
  const { busy, take } = useStep(hat.id)
  const index = rules.findIndex((rule) => unfinished(rule))
  const open = rules[index]
  const fault = open ? `第 ${index + 1} 条还没写完：${unfinished(open)}` : graveFault(rules)
  const reason = stale
    ? '规则已经被别人换过。请先关上，看一眼再定'
    : (fault ?? (words.trim() === '' ? '写一句为什么改' : undefined))
  const publish = async () => {
    setRefused(undefined)
    const done = await take('routing.publish', {
      organisationId: hat.organisation.id,
      version,
      rules,
      words,
    })
    if (isRefused(done)) return setRefused(done)
    if (!done) return
    clear()
    onDone(done.version)
  }
  return (
    <Sheet
      open
      tall
      title="让改的规则生效"
      onClose={onClose}
      foot={
        <SheetFoot refused={refused} reason={reason}>
          {reason ? (
            <Button look="locked" text="生效" onTap={onClose} />
          ) : (
            <Button text={trial ? '生效' : '没试过，也生效'} busy={busy} onTap={publish} />
          )}
        </SheetFoot>
      }
    >
      <Reason title={`改了 ${changes.length} 处`} icon="info">
        {changeWords(changes)}
      </Reason>
      <View className="routing-part">
        {trial ? (
          <Reason title="拿最近 90 天试过" icon="circle-check">
            {trial.checked} 件里 {trial.moved} 件会去别处。
          </Reason>
        ) : (
          <>
            <Reason title="还没拿最近 90 天试过" icon="triangle-alert">
              先试一下，就知道会有多少件去别处，免得派错了再一件件改。
            </Reason>
            <View className="routing-part">
              <Button look="secondary" icon="clock" text="先拿最近 90 天试" onTap={onTrial} />
            </View>
          </>
        )}
      </View>
      <View className="routing-part">
        <TextArea
          inSheet
          short
          value={words}
          onChange={(words) => change({ words })}
          limit={routingLimits.words}
          label="为什么改"
          caption="为什么改（记在操作记录里）"
          placeholder="比如：停车的事由街道统一协调"
        />
      </View>
      <View className="hint routing-part">以后来的按新规则派。已经派出去的不动。</View>
    </Sheet>
  )
}
