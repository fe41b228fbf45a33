import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Input, Place } from '../../domain/contract'
import { type TaskKind, taskKinds } from '../../domain/task/kinds'
import { type TaskSort, taskSorts } from '../../domain/task/sorting'
import { useReturn } from '../call/useFreshness'
import { usePages } from '../call/usePages'
import { useRead } from '../call/useRead'
import { chosenPlaces } from '../place/chosen'
import { PlaceSheet } from '../place/PlaceSheet'
import { usePosition, type Whereabouts } from '../place/usePosition'
import { Card } from '../ui/Card'
import { Icon } from '../ui/Icon'
import { Row } from '../ui/Row'
import { LoadingCard } from '../ui/States'
import { Tap } from '../ui/Tap'
import { ChoiceSheet } from './ChoiceSheet'
import { TaskList } from './TaskList'
import { TaskMap } from './TaskMap'

type Asked = Omit<Input<'task.list'>, 'cursor'>
type Community = Pick<Place, 'id' | 'name'>
const all = 'all'

/** 附近: around the phone; where it does not say where it is, of a community. */
export function NearTasks() {
  const where = usePosition()
  const me = useRead('person.me', {})
  const registered = (me.data ?? me.seen?.data)?.community
  const [chosen, setChosen] = useState<Community>()
  const [sort, setSort] = useState<TaskSort>('distance')
  const [kind, setKind] = useState<TaskKind | typeof all>(all)
  const [onMap, setOnMap] = useState(false)
  const [open, setOpen] = useState<'sort' | 'kind' | 'place'>()
  const community = chosen ?? registered ?? chosenPlaces()[0]
  const byPosition = where.is === 'known' && !chosen
  const pages = usePages('task.list', asked(where, chosen, community, me.loading, sort, kind))
  useReturn(pages.reload)
  const close = () => setOpen(undefined)
  const needsPlace = where.is !== 'asking' && !byPosition && !community && !me.loading
  const mapped = pages.rows?.some(({ place }) => place.point) ?? false
  return (
    <>
      <View className="task-tools">
        {byPosition ? (
          <Tap className="task-tool" label={`怎么排：${taskSorts[sort]}`} onTap={() => setOpen('sort')}>
            <View>{taskSorts[sort]}</View>
            <Icon name="chevron-down" size={20} />
          </Tap>
        ) : (
          <View className="task-tool">{taskSorts.time}</View>
        )}
        {mapped && (
          <Tap className="task-tool" onTap={() => setOnMap(!onMap)}>
            <Icon name={onMap ? 'list' : 'map'} size={20} />
            <View>{onMap ? '列表' : '地图'}</View>
          </Tap>
        )}
        <Tap className="task-tool" onTap={() => setOpen('kind')}>
          <Icon name="sliders-horizontal" size={20} />
          <View>{kind === all ? '全部种类' : taskKinds[kind]}</View>
        </Tap>
      </View>
      {where.is !== 'asking' && !byPosition && (
        <Card flush>
          <Row
            icon={where.is === 'refused' ? 'map-pin-off' : 'map-pin'}
            title={placeTitle(where, community)}
            meta={community ? '想看别处的，换个社区' : '选一个，它的任务就在下面'}
            link={community ? '换' : '选'}
            onTap={() => setOpen('place')}
          />
        </Card>
      )}
      {where.is === 'asking' && <LoadingCard rows={4} />}
      {where.is !== 'asking' && !needsPlace && (
        <TaskList
          pages={pages}
          empty={
            kind === all
              ? { title: '这会儿没有任务', words: '社区一发，这里就看得到。' }
              : { title: `没有${taskKinds[kind]}的任务`, words: '换个种类看看。' }
          }
        >
          {onMap && mapped && (
            <TaskMap tasks={pages.rows ?? []} {...(where.is === 'known' && { here: where.point })} />
          )}
        </TaskList>
      )}
      <ChoiceSheet
        open={open === 'sort'}
        title="怎么排"
        options={taskSorts}
        chosen={sort}
        onChoose={setSort}
        onClose={close}
      />
      <ChoiceSheet
        open={open === 'kind'}
        title="看哪一种"
        options={{ [all]: '全部种类', ...taskKinds }}
        chosen={kind}
        onChoose={setKind}
        onClose={close}
      />
      <PlaceSheet open={open === 'place'} onClose={close} onChoose={setChosen} />
    </>
  )
}

/** What is asked of the cloud; undefined while it is not known where to look. */
function asked(
  where: Whereabouts,
  chosen: Community | undefined,
  community: Community | undefined,
  loading: boolean,
  sort: TaskSort,
  kind: TaskKind | typeof all,
): Asked | undefined {
  const ofKind = kind === all ? {} : { kind }
  if (where.is === 'asking') return undefined
  const position = where.is === 'known' ? { position: where.point } : {}
  if (where.is === 'known' && !chosen) return { of: 'near', ...position, sort, ...ofKind }
  if (!community || (!chosen && loading)) return undefined
  return { of: 'community', communityId: community.id, ...position, ...ofKind }
}

function placeTitle(where: Whereabouts, community: Community | undefined): string {
  if (where.is !== 'refused') return `看的是${community?.name ?? ''}的`
  return community ? `没拿到位置，先看${community.name}的` : '没拿到位置，先选个社区'
}
