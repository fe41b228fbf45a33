import { View } from '@tarojs/components'
import { isWorking } from '../../../domain/appeal/states'
import { isLost } from '../../appeal/useStep'
import { date } from '../../appeal/words'
import { splitSentence } from '../../call/refused'
import { Card } from '../../ui/Card'
import { Empty, Failure, LoadingCard, Notice } from '../../ui/States'
import { WorkRow } from '../list/WorkRow'
import type { Search } from './useSearch'

interface Props {
  search: Search
  organisation: string
  now: number
}

/** What was found so far; how far back it has looked; what to do when there is nothing. */
export function Results({
  search: { rows, looking, refused, more, reached, goOn },
  organisation,
  now,
}: Props) {
  const lost = refused && isLost(refused)
  if (refused && rows.length === 0)
    return (
      <Failure
        {...(lost
          ? { title: '没连上，不是您的问题', words: '要找的字还在上面，有信号了再找。' }
          : splitSentence(refused.message))}
        {...(!lost && { icon: 'search' as const })}
        number={refused.number}
      />
    )
  if (rows.length === 0 && looking && !reached) return <LoadingCard rows={4} />
  return (
    <>
      {rows.length > 0 && (
        <Card flush>
          {rows.map((appeal) => (
            <WorkRow
              key={appeal.id}
              appeal={appeal}
              now={now}
              organisation={organisation}
              filter={isWorking(appeal.state) ? 'all' : 'done'}
            />
          ))}
        </Card>
      )}
      {rows.length === 0 && !looking && (
        <Card>
          {more ? (
            <Empty title="还没找到" words={`${reachedWords(reached, now)}，再早的还没看。`} />
          ) : (
            <Empty title="没找到" words="换几个字，或少选一个条件试试。您这里看不到的单子，也找不到。" />
          )}
        </Card>
      )}
      {refused && rows.length > 0 && (
        <Notice icon="wifi-off" title="没接着找到，前面的都在" words="点这里接着找" onTap={goOn} />
      )}
      <View className="meta search-end" {...{ role: 'status' }}>
        {looking && reached
          ? `在找更早的，${reachedWords(reached, now)}`
          : rows.length > 0 &&
            !refused &&
            (more ? reachedWords(reached, now) : `找到 ${rows.length} 件，就这些`)}
      </View>
    </>
  )
}

const reachedWords = (reached: number | undefined, now: number): string =>
  reached === undefined ? '只看了一部分' : `看到了${date(reached, now)}的`
