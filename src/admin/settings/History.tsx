import { View } from '@tarojs/components'
import type { Output } from '../../../domain/contract'
import { date } from '../../appeal/words'
import { PageEnd } from '../../call/PageEnd'
import type { Pages } from '../../call/usePages'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Row } from '../../ui/Row'

/** 改过的: who changed what, when and why. */
export function History({ pages }: { pages: Pages<'settings.versions'> }) {
  const rows: Output<'settings.versions'>['rows'] = pages.rows ?? []
  const now = Date.now()
  if (rows.length === 0) return <View className="meta">还没改过，都照默认的。</View>
  return (
    <View>
      <Heading text="历次改动" />
      <Card flush>
        {rows.map(({ version, by, at, words, changed }) => (
          <Row
            key={version}
            title={`第 ${version} 版 · ${words}`}
            meta={[
              <View key="changed">{changed}</View>,
              <View key="by">{[date(at, now), by].join(' · ')}</View>,
            ]}
          />
        ))}
      </Card>
      <PageEnd pages={pages} />
    </View>
  )
}
