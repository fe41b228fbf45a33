import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { granted } from '../../../domain/permission'
import { type ProjectState, projectStates } from '../../../domain/project/project'
import { ProjectBadge } from '../../appeal/project/ProjectFacts'
import { date } from '../../appeal/words'
import { PageEnd } from '../../call/PageEnd'
import { Unread } from '../../call/Unread'
import { usePull, useReturn } from '../../call/useFreshness'
import { usePages } from '../../call/usePages'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chip'
import { Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import { Empty, LoadingCard } from '../../ui/States'
import { useNow } from '../../ui/useNow'
import { HatStrip } from '../HatStrip'
import { NoHat } from '../NoHat'
import { JoinSheet, openProject } from '../project/JoinSheet'
import { useHats } from '../useHats'

const states = (Object.keys(projectStates) as ProjectState[]).map((name) => ({
  name,
  text: projectStates[name],
}))

/** Projects that the organisation leads, or that are led in its area. */
export default function Projects() {
  const { hat, hats, wear, reading: me } = useHats()
  const [state, setState] = useState<ProjectState>('open')
  const [making, setMaking] = useState(false)
  const pages = usePages('project.list', hat && { state }, hat?.id)
  const now = useNow()
  useReturn(pages.reload)
  useReachBottom(pages.loadMore)
  usePull(pages.reload)
  if (!hat)
    return (
      <NoHat
        title="治理项目"
        known={hats !== undefined}
        lost={me.refused !== undefined}
        onAgain={me.reload}
      />
    )
  const { rows } = pages
  return (
    <Page
      title="治理项目"
      tone="staff"
      behind="/work/bench/index"
      foot={
        granted('project.create', hat.role, ['organisation']) && (
          <ActionBar main={<Button icon="plus" text="建治理项目" onTap={() => setMaking(true)} />} />
        )
      }
    >
      <HatStrip hat={hat} hats={hats} wear={wear} />
      <View style={{ padding: '8px 0' }}>
        <Chips label="看哪些" options={states} chosen={state} onChoose={setState} />
      </View>
      <View className="side" style={{ paddingBottom: '24px' }}>
        {pages.refused && <Unread refused={pages.refused} at={pages.seen?.at} onAgain={pages.reload} />}
        {!rows && !pages.refused && <LoadingCard rows={3} />}
        {rows?.length === 0 && (
          <Card>
            <Empty
              title={state === 'open' ? '没有在治理的项目' : '还没有办完的项目'}
              words="同一个根子的几件事，放进一个项目一起办。"
            />
          </Card>
        )}
        {rows && rows.length > 0 && (
          <Card flush>
            {rows.map((project) => (
              <Row
                key={project.id}
                quiet
                title={project.title}
                meta={`${project.lead.name}牵头${project.progress ? ` · ${project.progress}` : ''}`}
                badges={<ProjectBadge state={project.state} />}
                due={`${project.count} 件 · ${date(project.progressAt, now)}`}
                onTap={() => openProject(project.id)}
              />
            ))}
          </Card>
        )}
        <PageEnd pages={pages} />
      </View>
      {making && <JoinSheet appealIds={[]} hat={hat} onClose={() => setMaking(false)} />}
    </Page>
  )
}
