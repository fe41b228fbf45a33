import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../domain/contract'
import { causeNames } from '../../../domain/points/cause'
import type { PointsRule } from '../../../domain/points/rules'
import { call } from '../../call/call'
import { asRefused } from '../../call/refused'
import { monthName } from '../../points/words'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import { toast } from '../../ui/toast'

type Previewed = Output<'pointsRules.preview'>

/** What last month would have paid by the changed rules, added up page by page. */
export function PreviewCard({ rules, hat }: { rules: PointsRule[]; hat: string }) {
  const asked = JSON.stringify(rules)
  const [shown, setShown] = useState<{ of: string; so: Previewed }>()
  const [busy, setBusy] = useState(false)
  const start = async () => {
    setBusy(true)
    try {
      let so: Previewed = await call('pointsRules.preview', { rules }, { hat })
      while (so.from !== undefined) {
        const more: Previewed = await call('pointsRules.preview', { rules, from: so.from }, { hat })
        so = { ...more, sums: added([...so.sums, ...more.sums]) }
      }
      setShown({ of: asked, so })
    } catch (thrown) {
      toast(asRefused(thrown).message)
    } finally {
      setBusy(false)
    }
  }
  const so = shown?.of === asked ? shown.so : undefined
  if (!so)
    return <Button look="secondary" icon="history" text="上个月会怎样，先看一眼" busy={busy} onTap={start} />
  const month = monthName(so.month, Date.now())
  return (
    <Card flush>
      {so.sums.length === 0 && <Row title={`${month}没有发过分`} meta="没有可比的" />}
      {so.sums.map(({ what, times, was, would }) => (
        <Row
          key={what}
          title={`${causeNames[what]}：${was} 分会变成 ${would} 分`}
          meta={<View>{`${month} ${times} 次，${difference(would - was)}`}</View>}
        />
      ))}
    </Card>
  )
}

const difference = (points: number): string =>
  points === 0 ? '一样多' : points > 0 ? `多发 ${points} 分` : `少发 ${-points} 分`

function added(sums: Previewed['sums']): Previewed['sums'] {
  const all = new Map<string, Previewed['sums'][number]>()
  for (const each of sums) {
    const before = all.get(each.what)
    all.set(
      each.what,
      before
        ? {
            ...each,
            times: before.times + each.times,
            was: before.was + each.was,
            would: before.would + each.would,
          }
        : each,
    )
  }
  return [...all.values()]
}
