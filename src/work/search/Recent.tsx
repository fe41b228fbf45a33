import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Row } from '../../ui/Row'
import { Empty } from '../../ui/States'
import { forgetSearches, recentSearches } from './recent'

/** Before anything is asked: what was looked for last, and what one can look for. */
export function Recent({ onChoose }: { onChoose: (text: string) => void }) {
  const [recent, setRecent] = useState(recentSearches)
  if (recent.length === 0)
    return (
      <Card>
        <Empty title="输编号，或几个字" words="编号带不带横杠都行，办完的、并入的也找得到。" />
      </Card>
    )
  return (
    <View>
      <Heading text="最近找过" />
      <Card flush>
        {recent.map((text) => (
          <Row key={text} icon="history" title={text} onTap={() => onChoose(text)} />
        ))}
      </Card>
      <View className="search-clear-recent">
        <Button
          look="text"
          text="清掉这些"
          onTap={() => {
            forgetSearches()
            setRecent([])
          }}
        />
      </View>
    </View>
  )
}
