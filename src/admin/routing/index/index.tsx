import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { Rule } from '../../../../domain/appeal/routing'
import { faultsOf } from '../../../../domain/routing/faults'
import { routingLimits } from '../../../../domain/routing/limits'
import { mentioned } from '../../../../domain/routing/words'
import { date } from '../../../appeal/words'
import { randomHex } from '../../../call/random'
import { Unread } from '../../../call/Unread'
import { ActionBar } from '../../../ui/ActionBar'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { Row } from '../../../ui/Row'
import { Notice } from '../../../ui/States'
import { toast } from '../../../ui/toast'
import { AdminPage } from '../../AdminPage'
import { PublishSheet } from '../PublishSheet'
import { RuleRow } from '../RuleRow'
import { unfinished } from '../unfinished'
import { useDesk } from '../useDesk'
import { WithRules, type WithRulesProps } from '../WithRules'

const go = (page: string) => Taro.navigateTo({ url: `/admin/routing/${page}` })

/** 派单规则: which there are, in the order in which they are asked; changes stay on the phone until they are in force. */
export default function Routing() {
  return <WithRules title="派单规则">{(props) => <Rules {...props} />}</WithRules>
}

function Rules({ view, hat, worn, reading }: WithRulesProps) {
  const desk = useDesk(view, hat)
  const { rules, changes, change } = desk
  const [publishing, setPublishing] = useState(false)
  const now = Date.now()
  const faults = faultsOf(rules)
  const warningsOf = (rule: Rule, index: number) => [
    ...(unfinished(rule) ? [`还没写完：${unfinished(rule)}`] : []),
    ...mentioned([rule])
      .filter(desk.closed)
      .map((id) => `${desk.nameOf(id)}已经关了，请换一个`),
    ...faults.flatMap(({ number, fault }) => (number === index + 1 ? [fault] : [])),
  ]
  const move = (index: number, by: 1 | -1) => {
    const next = [...rules]
    const [taken] = next.splice(index, 1)
    if (taken) next.splice(index + by, 0, taken)
    change(next)
  }
  const add = () => {
    if (rules.length >= routingLimits.rules) return toast(`规则最多 ${routingLimits.rules} 条`)
    const id = `rule-${randomHex(12)}`
    const fresh: Rule = {
      id,
      name: '',
      when: {},
      to: { body: 'community' },
      reason: '{category}的事，归所在的社区。您选的位置在{place}里。',
    }
    // In front: behind the last one, which takes all, it would never fire.
    change([fresh, ...rules])
    return go(`rule/index?id=${id}`)
  }
  return (
    <AdminPage
      title="派单规则"
      worn={worn}
      onRefresh={reading.reload}
      foot={() =>
        changes.length > 0 ? (
          <ActionBar
            secondary={<Button look="secondary" text="试一试" onTap={() => go('try/index')} />}
            main={<Button text="生效" onTap={() => setPublishing(true)} />}
            consequence={`还没生效 · 改了 ${changes.length} 处，存在这台手机上`}
          />
        ) : (
          <ActionBar main={<Button icon="route" text="试一试会派给谁" onTap={() => go('try/index')} />} />
        )
      }
    >
      {reading.refused && <Unread refused={reading.refused} at={reading.seen?.at} onAgain={reading.reload} />}
      {desk.stale && (
        <>
          <Notice
            icon="info"
            title={`规则已经换到第 ${view.version} 版`}
            words={`您是照第 ${desk.version} 版改的，看一眼下面再定`}
          />
          <Button look="secondary" text="接着用我改的" onTap={desk.rebase} />
        </>
      )}
      {changes.length > 0 && !desk.stale && (
        <Notice
          icon="info"
          title={`还没生效 · 改了 ${changes.length} 处`}
          words="现在派单用的还是原来的规则"
        />
      )}
      <Card flush>
        <Row
          icon="history"
          title={`现在用的是第 ${view.version} 版`}
          meta={
            view.at === undefined
              ? '最初的规则'
              : `${date(view.at, now)} · ${view.by ?? ''}${view.words ? ` · ${view.words}` : ''}`
          }
          onTap={() => go('versions/index')}
        />
        {changes.length > 0 && view.mayPublish && (
          <Row
            icon="clock"
            title="拿最近 90 天试"
            meta={
              desk.trial
                ? `试过：${desk.trial.checked} 件里 ${desk.trial.moved} 件会去别处`
                : '看看会有多少件去别处'
            }
            onTap={() => go('trial/index')}
          />
        )}
      </Card>
      <View className="meta">从上往下对，先对上的算。</View>
      <Card flush>
        {rules.map((rule, index) => (
          <RuleRow
            key={rule.id}
            number={index + 1}
            rule={rule}
            nameOf={desk.nameOf}
            change={changes.find(({ id }) => id === rule.id)?.what}
            warnings={warningsOf(rule, index)}
            first={index === 0}
            last={index === rules.length - 1}
            {...(view.mayPublish && {
              onOpen: () => go(`rule/index?id=${rule.id}`),
              onMove: (by: 1 | -1) => move(index, by),
            })}
          />
        ))}
      </Card>
      <View className="meta">都对不上的，也不会没人管：区县的两新工委接着，再派给该办的单位。</View>
      {view.mayPublish ? (
        <>
          <Button look="secondary" icon="plus" text="加一条规则" onTap={add} />
          {changes.length > 0 && (
            <Button look="text" icon="undo-2" text="不改了，照现在的" onTap={desk.clear} />
          )}
        </>
      ) : (
        <View className="meta">规则全市一套，由市里的管理员来改。</View>
      )}
      {publishing && (
        <PublishSheet
          desk={desk}
          hat={hat}
          onTrial={() => {
            setPublishing(false)
            go('trial/index')
          }}
          onClose={() => setPublishing(false)}
          onDone={(version) => {
            setPublishing(false)
            desk.clear()
            toast(`第 ${version} 版生效了`)
            reading.reload()
          }}
        />
      )}
    </AdminPage>
  )
}
