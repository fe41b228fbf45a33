import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { granted } from '../../../domain/permission'
import { PageEnd } from '../../call/PageEnd'
import { Unread } from '../../call/Unread'
import { usePull, useReturn } from '../../call/useFreshness'
import { usePages } from '../../call/usePages'
import { windowWords } from '../../task/words'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Page } from '../../ui/Page'
import { Segments } from '../../ui/Segments'
import { Empty, LoadingCard } from '../../ui/States'
import { useNow } from '../../ui/useNow'
import { HatStrip } from '../HatStrip'
import { NoHat } from '../NoHat'
import { useHats } from '../useHats'
import { type Decision, type Decisions, decisionOf, tallyOf, tallyWords, type Work } from './decisions'
import { ExceptionSheet } from './ExceptionSheet'
import './index.scss'
import { Outcomes } from './Outcomes'
import { useVerifying, type Way } from './useVerifying'
import { WorkTile } from './WorkTile'

const ways = [
  { name: 'verify', text: '待验收' },
  { name: 'spot', text: '抽查' },
] as const

const faces: Record<Way, { verb: string; empty: readonly [title: string, words: string] }> = {
  verify: { verb: '验收', empty: ['没有等着验收的', '交上来的照片，都会到这里来。'] },
  spot: { verb: '抽查', empty: ['没有要抽查的', '社区验收过的，随机十份里抽一份到这里来。'] },
}

/** 验收: everything that was handed in, ticked; whoever looks unticks what is not right, and one tap does the rest. */
export default function Verify() {
  const { hat, hats, wear, reading: me } = useHats()
  const [asked, setAsked] = useState<Way>()
  // A community's work is looked at again one level up.
  const both = hat !== undefined && hat.organisation.kind !== 'community'
  const way: Way = both ? (asked ?? 'spot') : 'verify'
  const waiting = usePages('task.toVerify', hat && way === 'verify' ? {} : undefined, hat?.id)
  const spots = usePages('task.spots', hat && way === 'spot' ? {} : undefined, hat?.id)
  const pages = way === 'verify' ? waiting : spots
  const [decisions, setDecisions] = useState<Decisions>({})
  const [unticking, setUnticking] = useState<Work>()
  const { busy, outcomes, forget, run } = useVerifying(way, hat?.id)
  const now = useNow()
  useReturn(pages.reload)
  useReachBottom(pages.loadMore)
  usePull(pages.reload)
  if (!hat)
    return (
      <NoHat title="验收" known={hats !== undefined} lost={me.refused !== undefined} onAgain={me.reload} />
    )
  const { rows, refused, seen, reload } = pages
  const may = granted('task.toVerify', hat.role, ['organisation'])
  const items = rows?.filter(({ claims }) => claims.length > 0)
  const tally = tallyOf(items ?? [], decisions)
  const ready = tally.accepted + tally.rejected
  const { verb, empty } = faces[way]
  const decide = (work: Work, decision: Decision) => {
    setDecisions({ ...decisions, [work.id]: decision })
    setUnticking(undefined)
  }
  const tick = (work: Work) =>
    decisionOf(work, decisions).is === 'accepted' ? setUnticking(work) : decide(work, { is: 'accepted' })
  const verifyAll = async () => {
    await run(items ?? [], decisions)
    await reload()
  }
  return (
    <Page
      title="验收"
      tone="staff"
      behind="/work/tasks/index"
      foot={
        pages.data &&
        items &&
        items.length > 0 && (
          <ActionBar
            main={
              ready > 0 ? (
                <Button text={`${verb}这 ${ready} 份`} busy={busy} onTap={verifyAll} />
              ) : (
                <Button look="locked" text={verb} onTap={() => {}} />
              )
            }
            {...(ready > 0
              ? { consequence: `${tallyWords(tally)}${tally.left > 0 ? `，${tally.left} 份先放着` : ''}` }
              : { reason: '没有打钩的，或者要请别人来看' })}
          />
        )
      }
    >
      <HatStrip hat={hat} hats={hats} wear={wear} />
      <View className="side verify">
        {both && <Segments label="看哪些" options={ways} chosen={way} onChoose={setAsked} />}
        <Outcomes outcomes={outcomes} onForget={forget} />
        {!may && (
          <Card>
            <Empty title="这个身份不能验收" words="网格员、书记、专员才能验收，请换个身份。" />
          </Card>
        )}
        {may && refused && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
        {may && !rows && !refused && <LoadingCard rows={3} />}
        {items?.length === 0 && (
          <Card>
            <Empty title={empty[0]} words={empty[1]} />
          </Card>
        )}
        {items?.map(({ task, claims }) => (
          <View key={task.id}>
            <Heading text={task.title} aside={`${windowWords(task, now)} · ${claims.length} 份`} />
            <View className="work-grid">
              {claims.map((work) => (
                <WorkTile
                  key={work.id}
                  work={work}
                  decision={decisionOf(work, decisions)}
                  onTick={() => tick(work)}
                />
              ))}
            </View>
          </View>
        ))}
        {items && items.length > 0 && <PageEndOf way={way} waiting={waiting} spots={spots} />}
      </View>
      {unticking && (
        <ExceptionSheet
          work={unticking}
          onClose={() => setUnticking(undefined)}
          onDecide={(decision) => decide(unticking, decision)}
        />
      )}
    </Page>
  )
}

interface EndProps {
  way: Way
  waiting: ReturnType<typeof usePages<'task.toVerify'>>
  spots: ReturnType<typeof usePages<'task.spots'>>
}

function PageEndOf({ way, waiting, spots }: EndProps) {
  return way === 'verify' ? <PageEnd pages={waiting} /> : <PageEnd pages={spots} />
}
