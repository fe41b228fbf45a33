import { View } from '@tarojs/components'
import type { Output } from '../../../domain/contract'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Row } from '../../ui/Row'
import { Empty } from '../../ui/States'

const most = 50

/** What was found in a table: every fault by row and column, else what it would change. */
export function Checked({
  checked: { faults, changes, rows },
}: {
  checked: Output<'organisation.importRows'>
}) {
  if (faults.length > 0)
    return (
      <>
        <Heading text="要改的" count={`${faults.length} 处`} aside={`共 ${rows} 行`} />
        <Card flush>
          {faults.slice(0, most).map(({ row, column, fault }) => (
            <Row key={`${row} ${column} ${fault}`} title={fault} meta={`第 ${row} 行 · ${column}`} />
          ))}
        </Card>
        {faults.length > most && (
          <View className="meta admin-end">还有 {faults.length - most} 处，改完再看</View>
        )}
      </>
    )
  if (changes.length === 0)
    return (
      <Card>
        <Empty title="没有要改的" words={`${rows} 行都和现在一样。`} />
      </Card>
    )
  return (
    <>
      <Heading text="会改的" count={`${changes.length} 行`} aside={`共 ${rows} 行`} />
      <Card flush>
        {changes.slice(0, most).map(({ row, words }) => (
          <Row key={row} title={words} meta={`第 ${row} 行`} />
        ))}
      </Card>
      {changes.length > most && <View className="meta admin-end">还有 {changes.length - most} 行</View>}
    </>
  )
}
