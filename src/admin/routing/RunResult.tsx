import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../domain/contract'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Reason } from '../../ui/Reason'
import { Row } from '../../ui/Row'

const triedWords = {
  takes: '由它接',
  missing: '没有这个单位',
  closed: '已经关了',
  notReached: '没轮到',
} as const

/** What a dry run came to: who gets it, which rule, why not the ones before. */
export function RunResult({ run }: { run: Output<'routing.dryRun'> }) {
  const [all, setAll] = useState(false)
  const { steps, tried, organisation, reason, confidential, assistants } = run
  const fires = steps.find(({ outcome }) => outcome === 'fires')
  const shown = all ? steps : steps.filter(({ outcome }) => outcome !== 'notReached')
  return (
    <>
      <View className="big">{organisation ? `会派给${organisation.name}` : '没有单位能接'}</View>
      <Reason
        title="本人会看到"
        foot={fires ? `规则 ${fires.number} · ${fires.name}` : '没有规则对得上，人工派'}
      >
        {reason}
      </Reason>
      {confidential && <View className="meta">保密：是谁说的，只有办的单位看得到一点。</View>}
      {assistants.length > 0 && <View className="meta">请 {assistants.join('、')} 协办。</View>}
      {tried.some(({ outcome }) => outcome === 'missing' || outcome === 'closed') && (
        <>
          <Heading text="为什么是它接" />
          <Card flush>
            {tried.map(({ name, outcome }) => (
              <Row key={name} title={name} meta={triedWords[outcome]} />
            ))}
          </Card>
        </>
      )}
      <Heading text="一条条对下来" />
      <Card flush>
        {shown.map(({ number, name, outcome, why }) => (
          <View key={number} className={outcome === 'fires' ? 'step-fires' : ''}>
            <Row title={`${number}　${name}`} meta={why} />
          </View>
        ))}
      </Card>
      {shown.length < steps.length && (
        <Button
          look="text"
          icon="chevron-down"
          text={`后面 ${steps.length - shown.length} 条没轮到`}
          onTap={() => setAll(true)}
        />
      )}
    </>
  )
}
