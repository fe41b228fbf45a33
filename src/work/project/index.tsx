import { View } from '@tarojs/components'
import { useReachBottom, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { ProjectFacts } from '../../appeal/project/ProjectFacts'
import { isLost, isRefused, useStep } from '../../appeal/useStep'
import { PageEnd } from '../../call/PageEnd'
import { RefusalSheet } from '../../call/RefusalSheet'
import { type Refused, splitSentence } from '../../call/refused'
import { Unread } from '../../call/Unread'
import { usePull, useReturn } from '../../call/useFreshness'
import { usePages } from '../../call/usePages'
import { useRead } from '../../call/useRead'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Page } from '../../ui/Page'
import { Failure, LoadingCard } from '../../ui/States'
import { toast } from '../../ui/toast'
import { useNow } from '../../ui/useNow'
import { Tools } from '../detail/Tools'
import { WorkRow } from '../list/WorkRow'
import { NoHat } from '../NoHat'
import { useHats } from '../useHats'
import { AddSheet } from './AddSheet'
import { CloseSheet } from './CloseSheet'
import { ProgressSheet } from './ProgressSheet'
import { RemoveSheet } from './RemoveSheet'

const tools = [
  { name: 'add', text: '加几件', icon: 'plus' },
  { name: 'remove', text: '移出', icon: 'minus' },
  { name: 'close', text: '办完了', icon: 'circle-check' },
] as const

/** A project, as those who lead it see it. */
export default function ProjectPage() {
  const { id = '' } = useRouter().params
  const { hat, hats, reading: me } = useHats()
  const reading = useRead('project.view', hat && { id }, hat?.id)
  const appeals = usePages('project.appeals', hat && { id }, hat?.id)
  const [sheet, setSheet] = useState<'progress' | 'add' | 'remove' | 'close'>()
  const [refused, setRefused] = useState<Refused>()
  const now = useNow()
  const reload = async () => {
    await Promise.all([reading.reload(), appeals.reload()])
  }
  useReturn(reload)
  useReachBottom(appeals.loadMore)
  usePull(reload)
  const { take } = useStep(hat?.id)
  if (!hat)
    return (
      <NoHat
        title="治理项目"
        known={hats !== undefined}
        lost={me.refused !== undefined}
        onAgain={me.reload}
      />
    )
  const project = reading.data ?? reading.seen?.data
  const close = () => setSheet(undefined)
  const done = (sentence: string) => () => {
    close()
    toast(sentence)
    reload()
  }
  const leads = reading.data?.mayLead && reading.data.state === 'open'
  return (
    <Page
      title="治理项目"
      tone="staff"
      behind="/work/projects/index"
      foot={
        leads && (
          <ActionBar
            main={<Button icon="message-square-plus" text="写进展" onTap={() => setSheet('progress')} />}
          >
            <Tools tools={tools} onChoose={setSheet} />
          </ActionBar>
        )
      }
    >
      <View className="side" style={{ paddingTop: '16px', paddingBottom: '24px' }}>
        {reading.refused && isLost(reading.refused) && (
          <Unread refused={reading.refused} at={reading.seen?.at} onAgain={reload} />
        )}
        {reading.refused && !isLost(reading.refused) && (
          <Failure {...splitSentence(reading.refused.message)} />
        )}
        {!project && !reading.refused && <LoadingCard rows={3} />}
        {project && <ProjectFacts project={project} now={now} />}
        {project && project.pending > 0 && (
          <View className="meta">还有 {project.pending} 件正在一件件办，一会儿就好。</View>
        )}
        {appeals.rows && appeals.rows.length > 0 && (
          <>
            <Heading text="里面的事" count={`${project?.count ?? appeals.rows.length} 件`} />
            <View style={{ height: '8px' }} />
            <Card flush>
              {appeals.rows.map((appeal) => (
                <WorkRow key={appeal.id} appeal={appeal} now={now} organisation="" filter="all" />
              ))}
            </Card>
          </>
        )}
        <PageEnd pages={appeals} />
      </View>
      {project && sheet === 'progress' && (
        <ProgressSheet
          project={project}
          hat={hat.id}
          onClose={() => {
            close()
            // Somebody else may have written meanwhile.
            reload()
          }}
          onDone={done('写上了')}
        />
      )}
      {sheet === 'add' && (
        <AddSheet
          id={id}
          hat={hat}
          inside={(appeals.rows ?? []).map((each) => each.id)}
          onClose={close}
          onDone={done('加进来了')}
        />
      )}
      {sheet === 'remove' && (
        <RemoveSheet
          appeals={appeals.rows ?? []}
          onClose={close}
          onChoose={async (appealId) => {
            const answer = await take('project.remove', { id, appealId })
            close()
            if (isRefused(answer)) setRefused(answer)
            else if (answer) done('移出去了，单独办')()
          }}
        />
      )}
      {project && sheet === 'close' && (
        <CloseSheet
          project={project}
          hat={hat.id}
          onClose={close}
          onDone={done('办完了，正在一件件解单')}
          onRefused={setRefused}
        />
      )}
      <RefusalSheet
        refused={refused}
        onClose={() => {
          setRefused(undefined)
          reload()
        }}
      />
    </Page>
  )
}
