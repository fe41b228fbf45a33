import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { movable } from '../../../domain/place/placement'
import { AgainBar, OldCopy } from '../../appeal/OldCopy'
import { isLost } from '../../appeal/useStep'
import { splitSentence } from '../../call/refused'
import { usePull, useReturn } from '../../call/useFreshness'
import { useRead } from '../../call/useRead'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { goBack, Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import { Failure, LoadingCard } from '../../ui/States'
import { toast } from '../../ui/toast'
import '../admin.scss'
import { NoAdministrator } from '../NoAdministrator'
import { useAdminHat } from '../useAdminHat'
import { Facts } from './Facts'
import { SettlingCard } from './SettlingCard'
import { Sheets } from './Sheets'
import type { SheetName } from './sheets'
import { useSettling } from './useSettling'

/** One organisation: what is kept of it, and what can be done with it. */
export default function Organisation() {
  const { id = '' } = useRouter().params
  const { hat, hats, reading: me } = useAdminHat('organisation.list')
  const reading = useRead('organisation.view', hat && { id }, hat?.id)
  const { data, refused, seen, loading, slow, reload } = reading
  const [sheet, setSheet] = useState<SheetName>()
  const settled = useCallback(() => {
    reload()
  }, [reload])
  const settling = useSettling(id, hat?.id, settled)
  useReturn(reload)
  usePull(reload)
  if (!hat) return <NoAdministrator title="单位" hats={hats} reading={me} />

  // What is not theirs any more goes away, even where it was shown a moment ago.
  const view = refused && !isLost(refused) ? undefined : (data ?? seen?.data)
  if (!view)
    return (
      <Page
        title="单位"
        tone="staff"
        foot={
          refused && (
            <ActionBar
              main={
                isLost(refused) ? (
                  <Button icon="refresh-cw" text="再试一次" busy={loading} onTap={reload} />
                ) : (
                  <Button text="回列表" onTap={goBack} />
                )
              }
            />
          )
        }
      >
        <View className="side admin-list">
          {refused ? (
            <Failure
              {...(isLost(refused)
                ? { title: '没连上，不是您的问题', words: '资料都在。有信号了会自己更新。' }
                : splitSentence(refused.message))}
              number={refused.number}
            />
          ) : (
            <LoadingCard rows={4} />
          )}
          {slow && <View className="meta admin-end">信号不太好，还在取</View>}
        </View>
      </Page>
    )

  const old = refused !== undefined
  const { active, mergedInto, unsettled, kind, name } = view
  const editable = active && !old && !settling.running
  const done = (sentence: string, settles: boolean) => {
    setSheet(undefined)
    if (sentence) toast(sentence)
    reload()
    if (settles) settling.start()
  }
  return (
    <Page
      title="单位"
      tone="staff"
      foot={
        old ? (
          <AgainBar loading={loading} onAgain={reload} />
        ) : (
          unsettled && (
            <ActionBar
              main={
                <Button
                  text={settling.running ? '正在办' : '接着办'}
                  busy={settling.running}
                  onTap={settling.start}
                />
              }
            />
          )
        )
      }
    >
      <View className="side admin-list">
        <OldCopy refused={refused} keptAt={data ? undefined : seen?.at} now={Date.now()} />
        {unsettled && <SettlingCard unsettled={unsettled} settling={settling} />}
        <Facts view={view} onEdit={editable ? setSheet : undefined} />
        {!old && !unsettled && !mergedInto && (
          <>
            <Heading text="变动" />
            <Card flush>
              {active && movable.includes(kind) && (
                <Row
                  icon="folder-input"
                  title="移到别处"
                  meta={`现在在${view.parent?.name ?? '最上面'}下面`}
                  onTap={() => setSheet('move')}
                />
              )}
              {kind !== 'city' && (
                <Row
                  icon="merge"
                  title="并入别的单位"
                  meta="诉求和工作人员都由那边承接"
                  onTap={() => setSheet('merge')}
                />
              )}
              {active ? (
                <Row icon="ban" title={`关闭${name}`} meta="不再收新的诉求" onTap={() => setSheet('close')} />
              ) : (
                <Row
                  icon="rotate-ccw"
                  title={`重新启用${name}`}
                  meta="又能收诉求"
                  onTap={() => setSheet('open')}
                />
              )}
            </Card>
          </>
        )}
      </View>
      {sheet && (
        <Sheets sheet={sheet} view={view} hat={hat.id} onClose={() => setSheet(undefined)} onDone={done} />
      )}
    </Page>
  )
}
