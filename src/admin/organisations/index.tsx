import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { kindsBelow } from '../../../domain/place/placement'
import { OldCopy } from '../../appeal/OldCopy'
import { isLost } from '../../appeal/useStep'
import { splitSentence } from '../../call/refused'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chip'
import { Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import { SearchField } from '../../ui/SearchField'
import { Empty, Failure, LoadingCard } from '../../ui/States'
import { useSettled } from '../../ui/useSettled'
import { HatStrip } from '../../work/HatStrip'
import '../admin.scss'
import { NoAdministrator } from '../NoAdministrator'
import { useAdministrator } from '../useAdministrator'
import { BatchSheet } from './BatchSheet'
import { CreateSheet } from './CreateSheet'
import { OrganisationRows, openOrganisation } from './OrganisationRows'
import { PathLine } from './PathLine'
import { useOrganisations } from './useOrganisations'

const filters = [
  { name: 'open', text: '在用' },
  { name: 'closed', text: '已关' },
] as const
const most = 50

/** The tree of organisations, level by level or by a few letters; several can be closed at once. */
export default function Organisations() {
  const { hat, hats, wear, reading: me } = useAdministrator()
  const [parentId, setParentId] = useState<string>()
  const [text, setText] = useState('')
  const [filter, setFilter] = useState<(typeof filters)[number]['name']>('open')
  const [chosen, setChosen] = useState<ReadonlySet<string>>()
  const [sheet, setSheet] = useState<'create' | 'batch'>()
  const wanted = useSettled(text.trim())
  const active = filter === 'open'
  const list = useOrganisations(
    wanted ? { text: wanted, active } : { ...(parentId && { parentId }), active },
    hat?.id,
  )
  const shown = useRef(false)
  useDidShow(() => {
    if (shown.current) list.reload()
    shown.current = true
  })
  useReachBottom(list.loadMore)
  usePullDownRefresh(async () => {
    await list.reload()
    Taro.stopPullDownRefresh()
  })
  if (!hat) return <NoAdministrator title="单位" hats={hats} reading={me} />

  const refused = list.data ? undefined : list.refused
  const kept = refused && list.seen
  const rows = list.rows ?? kept?.data.rows
  const path = (list.data ?? kept?.data)?.path ?? []
  const here = path[path.length - 1]
  const go = (id: string | undefined) => {
    setText('')
    setChosen(undefined)
    setParentId(id)
  }
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id) && next.size < most) next.add(id)
    setChosen(next)
  }
  const changed = () => {
    setSheet(undefined)
    setChosen(undefined)
    list.reload()
  }
  const verb = active ? '关闭' : '重新启用'
  return (
    <Page
      title="单位"
      tone="staff"
      foot={
        refused && !kept ? (
          <ActionBar
            main={<Button icon="refresh-cw" text="再试一次" busy={list.loading} onTap={list.reload} />}
          />
        ) : chosen ? (
          <ActionBar
            secondary={<Button look="secondary" text="不选了" onTap={() => setChosen(undefined)} />}
            main={
              <Button
                look={chosen.size > 0 ? 'main' : 'locked'}
                text={chosen.size > 0 ? `${verb} ${chosen.size} 个` : '先点几个'}
                onTap={() => setSheet('batch')}
              />
            }
          />
        ) : (
          here &&
          !wanted && (
            <ActionBar
              secondary={
                <Button
                  look="secondary"
                  text="导入导出"
                  onTap={() => Taro.navigateTo({ url: `/admin/transfer/index?id=${here.id}` })}
                />
              }
              main={
                kindsBelow(here.kind).length > 0 && (
                  <Button icon="plus" text="新建单位" onTap={() => setSheet('create')} />
                )
              }
            />
          )
        )
      }
    >
      <HatStrip
        hat={hat}
        hats={hats}
        wear={(next) => {
          wear(next)
          go(undefined)
        }}
      />
      <View className="side admin-part">
        <SearchField value={text} onChange={setText} placeholder="打几个字或拼音首字母，比如 kx" />
      </View>
      <View className="admin-filters">
        <Chips
          options={filters}
          chosen={filter}
          label="看哪些"
          onChoose={(next) => {
            setFilter(next)
            setChosen(undefined)
          }}
        />
      </View>
      <View className="side admin-list">
        {!wanted && path.length > 0 && (
          <View>
            <PathLine path={path} onGo={go} />
            {here && !chosen && (
              <Card flush>
                <Row icon="building-2" title={`看${here.name}自己`} onTap={() => openOrganisation(here.id)} />
              </Card>
            )}
          </View>
        )}
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
            <Empty
              title={wanted ? `没找到“${wanted}”` : active ? '下面还没有单位' : '没有关掉的'}
              words={
                wanted
                  ? '换几个字，或打拼音首字母试试。'
                  : active
                    ? '点“新建单位”加一个。'
                    : '关掉的会出现在这里。'
              }
            />
          </Card>
        )}
        {rows && rows.length > 0 && (
          <>
            <OrganisationRows
              rows={rows}
              located={wanted !== ''}
              chosen={chosen}
              onToggle={toggle}
              onDown={({ id }) => go(id)}
            />
            {list.later.refused ? (
              <Button look="text" icon="refresh-cw" text="没接着取到，再试一次" onTap={list.loadMore} />
            ) : (
              <View className="meta admin-end">{list.later.next ? '正在接着取' : '就这些'}</View>
            )}
            {!chosen && list.data && (
              <Button look="text" text={`选几个，一起${verb}`} onTap={() => setChosen(new Set())} />
            )}
          </>
        )}
      </View>
      {sheet === 'create' && here && (
        <CreateSheet
          parent={here}
          hat={hat.id}
          onClose={() => setSheet(undefined)}
          onDone={(id) => {
            changed()
            openOrganisation(id)
          }}
        />
      )}
      {sheet === 'batch' && chosen && (
        <BatchSheet
          action={active ? 'organisation.close' : 'organisation.open'}
          ids={[...chosen]}
          hat={hat.id}
          onClose={() => setSheet(undefined)}
          onDone={changed}
        />
      )}
    </Page>
  )
}
