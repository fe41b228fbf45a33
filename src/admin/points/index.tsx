import { View } from '@tarojs/components'
import { useState } from 'react'
import { paidKinds } from '../../../domain/points/cause'
import { pointsLimits } from '../../../domain/points/limits'
import { type PointsRule, rulesChanged } from '../../../domain/points/rules'
import { RefusalSheet } from '../../call/RefusalSheet'
import type { Refused } from '../../call/refused'
import { Unread } from '../../call/Unread'
import { useRead } from '../../call/useRead'
import { ruleWords } from '../../points/words'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Row } from '../../ui/Row'
import { LoadingCard } from '../../ui/States'
import type { WornHat } from '../../work/useHats'
import { AdminPage } from '../AdminPage'
import { useAdminHat } from '../useAdminHat'
import { WhySheet } from '../WhySheet'
import { PreviewCard } from './PreviewCard'
import { RuleSheet } from './RuleSheet'

const nothing = {}

/** 积分规则: a city's, or what a community does otherwise; tried on last month before it holds. */
export default function PointsRulesEditor() {
  const worn = useAdminHat('pointsRules.publish')
  const hats = worn.hats?.filter(({ organisation: { kind } }) => kind === 'community' || kind === 'city')
  const hat = hats?.find(({ id }) => id === worn.hat?.id) ?? hats?.[0]
  // What is changed under one hat is not published under another.
  return <Editor key={hat?.id} worn={{ ...worn, hats, hat }} />
}

function Editor({ worn }: { worn: WornHat }) {
  const { hat } = worn
  const { data, refused, reload } = useRead('pointsRules.view', hat && nothing, hat?.id)
  /** With the version that they were changed from: on another one they would undo what somebody else changed. */
  const [changes, setChanges] = useState<{ version: number; rules: PointsRule[] }>()
  const changed = changes?.rules
  const [edited, setEdited] = useState<PointsRule>()
  const [publishing, setPublishing] = useState(false)
  const [wrong, setWrong] = useState<Refused>()
  const own = changed ?? data?.rules ?? []
  const differs = data && changed && rulesChanged(data.rules, changed)
  const version = differs && changes ? changes.version : (data?.version ?? 0)
  const shown = paidKinds.flatMap((what) => {
    const mine = own.find((rule) => rule.what === what)
    const rule = mine ?? data?.city.find((each) => each.what === what)
    return rule ? [{ rule, inherited: !mine && !data?.isCity }] : []
  })
  const change = (rule: PointsRule | undefined) => {
    if (!edited) return
    const others = own.filter(({ what }) => what !== edited.what)
    setChanges({ version, rules: rule ? [...others, rule] : others })
    setEdited(undefined)
  }
  return (
    <AdminPage
      title="积分规则"
      worn={worn}
      onRefresh={reload}
      foot={() => (
        <ActionBar
          main={
            <Button
              look={differs ? 'main' : 'locked'}
              text="从现在起这样算"
              onTap={() => setPublishing(true)}
            />
          }
          consequence={differs ?? '改了以后，新的按它算，以前的不变'}
        />
      )}
    >
      {refused && <Unread refused={refused} at={undefined} onAgain={reload} />}
      {!data && !refused && <LoadingCard rows={4} />}
      {data && (
        <>
          <Heading text={`${data.place.name}怎么算`} aside={`第 ${data.version} 版`} />
          <Card flush>
            {shown.map(({ rule, inherited }) => {
              const { title, lines } = ruleWords(rule)
              const all = inherited ? [...lines, '照全市的'] : lines
              return (
                <Row
                  key={rule.what}
                  title={title}
                  meta={all.map((line) => <View key={line}>{line}</View>)}
                  link="改"
                  onTap={() => setEdited(rule)}
                />
              )
            })}
          </Card>
          {differs && hat && <PreviewCard rules={own} hat={hat.id} />}
        </>
      )}
      {edited && data && (
        <RuleSheet
          rule={edited}
          inheritable={!data.isCity && own.some(({ what }) => what === edited.what)}
          onClose={() => setEdited(undefined)}
          onChange={change}
        />
      )}
      {publishing && data && hat && (
        <WhySheet
          action="pointsRules.publish"
          input={(words) => ({ version, rules: own, words })}
          lines={['以前发的不变。这一句留在记录里。']}
          example="比如：冬天夜里路滑，多鼓励一点"
          limit={pointsLimits.reason}
          done="定好了，从现在起这样算"
          hat={hat.id}
          onClose={() => setPublishing(false)}
          onRefused={setWrong}
          onDone={() => {
            setPublishing(false)
            setChanges(undefined)
            reload()
          }}
        />
      )}
      <RefusalSheet
        refused={wrong}
        onClose={() => {
          setWrong(undefined)
          if (wrong?.code === 'POINTS_RULES_STALE') {
            setChanges(undefined)
            reload()
          }
        }}
      />
    </AdminPage>
  )
}
