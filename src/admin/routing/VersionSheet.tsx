import { View } from '@tarojs/components'
import { useState } from 'react'
import type { HatView } from '../../../domain/contract'
import { routingLimits } from '../../../domain/routing/limits'
import { SheetFoot } from '../../appeal/SheetFoot'
import { isRefused, useStep } from '../../appeal/useStep'
import { useDraft } from '../../call/draft'
import type { Refused } from '../../call/refused'
import { Unread } from '../../call/Unread'
import { useRead } from '../../call/useRead'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Sheet } from '../../ui/Sheet'
import { LoadingCard } from '../../ui/States'
import { TextArea } from '../../ui/TextArea'
import { toast } from '../../ui/toast'
import { RuleRow } from './RuleRow'
import type { RulesView } from './useDesk'

interface Props {
  version: number
  /** The version in force. */
  view: RulesView
  hat: HatView
  onClose: () => void
  onDone: () => void
}

/** An older version as it was, and a way back to it. */
export function VersionSheet({ version, view, hat, onClose, onDone }: Props) {
  const organisationId = hat.organisation.id
  const { data, refused: unread, reload } = useRead('routing.view', { organisationId, version }, hat.id)
  const [{ words }, change, clear] = useDraft(`routing.restore ${version}`, { words: '' })
  const [refused, setRefused] = useState<Refused>()
  const { busy, take } = useStep(hat.id)
  const restorable = view.mayPublish && version !== view.inForce && data !== undefined
  const restore = async () => {
    if (!data) return
    setRefused(undefined)
    const done = await take('routing.publish', {
      organisationId,
      version: view.inForce,
      rules: data.rules,
      words,
      restored: version,
    })
    if (isRefused(done)) return setRefused(done)
    if (!done) return
    clear()
    toast(`恢复好了，是第 ${done.version} 版`)
    onDone()
  }
  const nameOf = (id: string) => data?.organisations.find((each) => each.id === id)?.name
  return (
    <Sheet
      open
      tall
      title={`第 ${version} 版`}
      onClose={onClose}
      foot={
        restorable && (
          <SheetFoot refused={refused} reason={words.trim() === '' ? '写一句为什么，才能恢复' : undefined}>
            {words.trim() === '' ? (
              <Button look="locked" text="恢复这一版" onTap={onClose} />
            ) : (
              <Button text="恢复这一版" busy={busy} onTap={restore} />
            )}
          </SheetFoot>
        )
      }
    >
      {unread && !data && <Unread refused={unread} at={undefined} onAgain={reload} />}
      {!data && !unread && <LoadingCard rows={4} />}
      {restorable && (
        <TextArea
          inSheet
          short
          value={words}
          onChange={(words) => change({ words })}
          limit={routingLimits.words}
          label="为什么恢复"
          caption="为什么恢复（记在操作记录里）"
          placeholder="比如：新规则派错了几件"
        />
      )}
      {data && (
        <View className="routing-part">
          <Card flush>
            {data.rules.map((rule, index) => (
              <RuleRow key={rule.id} number={index + 1} rule={rule} nameOf={nameOf} />
            ))}
          </Card>
        </View>
      )}
    </Sheet>
  )
}
