import { View } from '@tarojs/components'
import Taro, { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { placeLimits } from '../../../domain/place/limits'
import { AgainBar } from '../../appeal/OldCopy'
import { usePull, useReturn } from '../../call/useFreshness'
import { usePages } from '../../call/usePages'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chip'
import { Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import { SearchField } from '../../ui/SearchField'
import { useSettled } from '../../ui/useSettled'
import { HatStrip } from '../../work/HatStrip'
import '../admin.scss'
import { NoAdministrator } from '../NoAdministrator'
import { useAdminHat } from '../useAdminHat'
import { BatchSheet } from './BatchSheet'
import { CreateSheet } from './CreateSheet'
import { Foot } from './Foot'
import { Listed } from './Listed'
import { openOrganisation } from './OrganisationRows'
import { PathLine } from './PathLine'

const filters = [
  { name: 'open', text: '在用' },
  { name: 'closed', text: '已关' },
] as const

/** The tree of organisations, level by level or by a few letters; several can be closed at once. */
export default function Organisations() {
  const { hat, hats, wear, reading: me } = useAdminHat('organisation.list')
  const [parentId, setParentId] = useState<string>()
  const [text, setText] = useState('')
  const [filter, setFilter] = useState<(typeof filters)[number]['name']>('open')
  const [chosen, setChosen] = useState<ReadonlySet<string>>()
  const [sheet, setSheet] = useState<'create' | 'batch'>()
  const wanted = useSettled(text.trim())
  const active = filter === 'open'
  const below = parentId === undefined ? {} : { parentId }
  const asked = wanted ? { text: wanted, active } : { ...below, active }
  const list = usePages('organisation.list', hat && asked, hat?.id)
  useReturn(list.reload)
  useReachBottom(list.loadMore)
  usePull(list.reload)
  if (!hat) return <NoAdministrator title="单位" hats={hats} reading={me} />

  const { path = [] } = list.data ?? list.seen?.data ?? {}
  const here = wanted ? undefined : path[path.length - 1]
  const go = (id: string | undefined) => {
    setText('')
    setChosen(undefined)
    setParentId(id)
    Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id) && next.size < placeLimits.batch) next.add(id)
    setChosen(next)
  }
  const changed = () => {
    setSheet(undefined)
    setChosen(undefined)
    list.reload()
  }
  return (
    <Page
      title="单位"
      tone="staff"
      foot={
        list.refused ? (
          <AgainBar loading={list.loading} onAgain={list.reload} />
        ) : (
          <Foot
            chosen={chosen}
            verb={active ? '关闭' : '重新启用'}
            onBatch={() => setSheet('batch')}
            onUnchoose={() => setChosen(undefined)}
            here={here}
            onCreate={() => setSheet('create')}
          />
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
        <SearchField value={text} onChange={setText} placeholder="打几个字或拼音首字母" />
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
        {here && (
          <View>
            <PathLine path={path} onGo={go} />
            {!chosen && (
              <Card flush>
                <Row
                  icon="building-2"
                  title={`看${here.name}自己`}
                  meta="名字、时间、位置、变动"
                  onTap={() => openOrganisation(here.id)}
                />
              </Card>
            )}
          </View>
        )}
        <Listed
          list={list}
          wanted={wanted}
          active={active}
          chosen={chosen}
          onToggle={toggle}
          onDown={go}
          onChoose={() => setChosen(new Set())}
        />
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
