import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../domain/contract'
import { SheetFoot } from '../../appeal/SheetFoot'
import { isRefused, useStep } from '../../appeal/useStep'
import type { Refused } from '../../call/refused'
import { Button } from '../../ui/Button'
import { Reason } from '../../ui/Reason'
import { Row } from '../../ui/Row'
import { Sheet } from '../../ui/Sheet'

export type BatchAction = 'organisation.close' | 'organisation.open'

interface Props {
  action: BatchAction
  ids: readonly string[]
  hat: string
  onClose: () => void
  /** Something may have changed. */
  onDone: () => void
}

const words = {
  'organisation.close': {
    verb: '关闭',
    follows: '关了就不再收新的诉求，列表里也选不到它。下面还有单位、手里还有活儿的，不会关。随时能重新启用。',
  },
  'organisation.open': {
    verb: '重新启用',
    follows: '启用后又能收诉求。已经并入别处的、上级关着的，不会启用。',
  },
} as const

/** Several at once: first what follows, then what became of each. */
export function BatchSheet({ action, ids, hat, onClose, onDone }: Props) {
  const { verb, follows } = words[action]
  const [refused, setRefused] = useState<Refused>()
  const [results, setResults] = useState<Output<BatchAction>['results']>()
  const { busy, take } = useStep(hat)
  const send = async () => {
    setRefused(undefined)
    const answer = await take(action, { ids: [...ids] })
    if (isRefused(answer)) setRefused(answer)
    else if (answer) setResults(answer.results)
  }
  if (results) {
    const done = results.filter((result) => result.done).length
    const left = results.filter((result) => !result.done)
    return (
      <Sheet
        open
        title={left.length === 0 ? `${verb}了 ${done} 个` : `${verb}了 ${done} 个，${left.length} 个没有`}
        onClose={onDone}
        foot={<Button text="知道了" onTap={onDone} />}
      >
        {left.map(({ id, name, message }) => (
          <Row key={id} title={name || '找不到的单位'} meta={message} />
        ))}
      </Sheet>
    )
  }
  return (
    <Sheet
      open
      title={`${verb}这 ${ids.length} 个单位？`}
      onClose={onClose}
      foot={
        <SheetFoot refused={refused}>
          <Button text={`${verb} ${ids.length} 个`} busy={busy} onTap={send} />
        </SheetFoot>
      }
    >
      <Reason title="会怎么样" icon="info">
        <View>{follows}</View>
      </Reason>
    </Sheet>
  )
}
