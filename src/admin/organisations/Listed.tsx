import { View } from '@tarojs/components'
import { OldCopy } from '../../appeal/OldCopy'
import { isLost } from '../../appeal/useStep'
import { splitSentence } from '../../call/refused'
import type { Pages } from '../../call/usePages'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Empty, Failure, LoadingCard } from '../../ui/States'
import { OrganisationRows } from './OrganisationRows'

interface Props {
  list: Pages<'organisation.list'>
  /** What was searched for; empty: what is below one. */
  wanted: string
  active: boolean
  chosen: ReadonlySet<string> | undefined
  onToggle: (id: string) => void
  onDown: (id: string) => void
  onChoose: () => void
}

/** The list in all its states: there, empty, on its way, old, or not to be had. */
export function Listed({ list, wanted, active, chosen, onToggle, onDown, onChoose }: Props) {
  const refused = list.data ? undefined : list.refused
  const kept = refused && list.seen
  const { rows } = list
  return (
    <>
      {(list.data || kept) && <OldCopy refused={list.refused} keptAt={kept?.at} now={Date.now()} />}
      {refused && !kept && (
        <Failure
          {...(isLost(refused)
            ? { title: '没连上，不是您的问题', words: '资料都在。有信号了会自己更新。' }
            : splitSentence(refused.message))}
          number={refused.number}
        />
      )}
      {!rows && !refused && <LoadingCard rows={5} />}
      {!rows && list.slow && <View className="meta admin-end">信号不太好，还在取</View>}
      {rows?.length === 0 && (
        <Card>
          <Empty {...emptyWords(wanted, active)} />
        </Card>
      )}
      {rows && rows.length > 0 && (
        <>
          <OrganisationRows
            rows={rows}
            located={wanted !== ''}
            chosen={chosen}
            onToggle={onToggle}
            onDown={({ id }) => onDown(id)}
          />
          {list.later.refused ? (
            <Button look="text" icon="refresh-cw" text="没接着取到，再试一次" onTap={list.loadMore} />
          ) : (
            <View className="meta admin-end">{list.later.next ? '正在接着取' : '就这些'}</View>
          )}
          {!chosen && list.data && !list.refused && (
            <Button look="text" text={`选几个，一起${active ? '关闭' : '重新启用'}`} onTap={onChoose} />
          )}
        </>
      )}
    </>
  )
}

function emptyWords(wanted: string, active: boolean): { title: string; words: string } {
  if (wanted) return { title: `没找到“${wanted}”`, words: '换几个字，或打拼音首字母试试。' }
  return active
    ? { title: '下面还没有单位', words: '点“新建单位”加一个。' }
    : { title: '没有关掉的', words: '关掉的会出现在这里。' }
}
