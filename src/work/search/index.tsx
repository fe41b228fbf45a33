import { View } from '@tarojs/components'
import { useDidHide } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { numberIn } from '../../../domain/appeal/search/words'
import type { AppealRow, HatView } from '../../../domain/contract'
import { PlaceSheet } from '../../place/PlaceSheet'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Page } from '../../ui/Page'
import { SearchField } from '../../ui/SearchField'
import { Empty } from '../../ui/States'
import { useNow } from '../../ui/useNow'
import { useSettled } from '../../ui/useSettled'
import { openAppeal } from '../list/WorkRow'
import { NoHat } from '../NoHat'
import { useHats } from '../useHats'
import { FilterChips } from './FilterChips'
import { FilterSheet, type Listed } from './FilterSheet'
import { type FilterName, isSet, isTooShort, noFilters, questionOf } from './filters'
import './index.scss'
import { Recent } from './Recent'
import { Results } from './Results'
import { rememberSearch } from './recent'
import { type Search, useSearch } from './useSearch'

const names: readonly FilterName[] = ['states', 'late', 'mine', 'category', 'area', 'span', 'kind']

/** 查找诉求: by number, by words, by what is chosen; whatever the worn hat may see. */
export default function SearchPage() {
  const { hat, hats, reading: me } = useHats()
  if (!hat)
    return (
      <NoHat
        title="查找诉求"
        known={hats !== undefined}
        lost={me.refused !== undefined}
        onAgain={me.reload}
      />
    )
  return <Searching hat={hat} />
}

function Searching({ hat }: { hat: HatView }) {
  const [typed, setTyped] = useState('')
  const [filters, setFilters] = useState(noFilters)
  const [choosing, setChoosing] = useState<FilterName>()
  const now = useNow()
  const settled = useSettled(typed)
  const question = questionOf(settled, filters, now)
  const search = useSearch(question, hat.id)
  useDidHide(search.stop)
  useFound(settled, search)

  const tap = (name: FilterName) => {
    if (name === 'late' || name === 'mine') setFilters({ ...filters, [name]: !isSet(filters, name) })
    else if (name === 'area' && filters.area) {
      const { area: _, ...rest } = filters
      setFilters(rest)
    } else setChoosing(name)
  }
  const listed = choosing === 'area' ? undefined : (choosing as Listed | undefined)
  return (
    <Page title="查找诉求" tone="staff" behind="/work/list/index" foot={<Foot search={search} />}>
      <View className="search-head">
        <SearchField value={typed} onChange={setTyped} placeholder="编号，或里面的几个字" focus />
      </View>
      <View className="search-filters">
        <FilterChips
          filters={filters}
          names={hat.organisation.kind === 'community' ? names.filter((name) => name !== 'area') : names}
          onTap={tap}
        />
      </View>
      <View className="side search-body">
        {question ? (
          <Results search={search} organisation={hat.organisation.name} now={now} />
        ) : isTooShort(typed) ? (
          <Card>
            <Empty title="再打一两个字" words="一个字，或到处都有的字，找不准。" />
          </Card>
        ) : (
          <Recent onChoose={setTyped} />
        )}
      </View>
      <FilterSheet
        name={listed}
        filters={filters}
        onChange={setFilters}
        onClose={() => setChoosing(undefined)}
      />
      <PlaceSheet
        open={choosing === 'area'}
        onClose={() => setChoosing(undefined)}
        onChoose={({ id, name }) => setFilters({ ...filters, area: { id, name } })}
      />
    </Page>
  )
}

/**
 * What found something is remembered. A whole number that was typed or pasted opens its appeal at once; whoever comes
 * back finds the list.
 */
function useFound(typed: string, { rows, looking }: Pick<Search, 'rows' | 'looking'>): void {
  const opened = useRef<string>()
  const number = numberIn(typed)
  const only: AppealRow | undefined = rows.length === 1 ? rows[0] : undefined
  const any = rows.length > 0
  useEffect(() => {
    if (any && !looking) rememberSearch(typed)
  }, [typed, any, looking])
  useEffect(() => {
    if (looking || !only) return
    if (number === undefined || only.number !== number || opened.current === number) return
    opened.current = number
    openAppeal(only.id)
  }, [number, only, looking])
}

/** While it looks further back, a way to stop it; then a way to go on. */
function Foot({ search: { looking, more, refused, reached, rows, stop, goOn } }: { search: Search }) {
  if (looking && (reached !== undefined || rows.length > 0))
    return <ActionBar main={<Button look="secondary" icon="pause" text="先停下" onTap={stop} />} />
  if (refused && rows.length === 0)
    return <ActionBar main={<Button icon="refresh-cw" text="再找一次" onTap={goOn} />} />
  if (more && !looking)
    return <ActionBar main={<Button look="secondary" icon="arrow-down" text="再找更早的" onTap={goOn} />} />
  return null
}
