import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { explain, type Rule } from '../../../../domain/appeal/routing'
import { routingLimits } from '../../../../domain/routing/limits'
import { targetWords, whenWords } from '../../../../domain/routing/words'
import { ActionBar } from '../../../ui/ActionBar'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { Field } from '../../../ui/Field'
import { Heading } from '../../../ui/Heading'
import { goBack } from '../../../ui/Page'
import { Reason } from '../../../ui/Reason'
import { Row } from '../../../ui/Row'
import { Sheet } from '../../../ui/Sheet'
import { Empty } from '../../../ui/States'
import { TextArea } from '../../../ui/TextArea'
import { Toggle } from '../../../ui/Toggle'
import { AdminPage } from '../../AdminPage'
import { AreasSheet } from '../AreasSheet'
import { AssistSheet } from '../AssistSheet'
import { ConditionSheet } from '../ConditionSheet'
import { type Condition, conditionNames } from '../conditions'
import { TargetSheet } from '../TargetSheet'
import { unfinished } from '../unfinished'
import { useDesk } from '../useDesk'
import { WithRules, type WithRulesProps } from '../WithRules'

const behind = '/admin/routing/index/index'
type SheetName = Condition | 'areas' | 'to' | 'assist' | 'remove'

/** One rule: when it fires, who gets it, what the person reads. Each change is kept on the phone at once. */
export default function RulePage() {
  return <WithRules title="改规则">{(props) => <EditRule {...props} />}</WithRules>
}

function EditRule({ view, hat, worn }: WithRulesProps) {
  const { id } = useRouter().params
  const desk = useDesk(view, hat)
  const [sheet, setSheet] = useState<SheetName>()
  const rule = desk.rules.find((each) => each.id === id)
  if (!rule || !view.mayPublish)
    return (
      <AdminPage
        title="改规则"
        worn={worn}
        foot={() => <ActionBar main={<Button text="回去看规则" onTap={() => goBack(behind)} />} />}
      >
        <Card>
          <Empty title="这条规则不在了" words="回去看一眼现在有哪些。" />
        </Card>
      </AdminPage>
    )
  const change = (part: Partial<Rule>, names?: Record<string, string>) =>
    desk.change(
      desk.rules.map((each) => (each.id === rule.id ? { ...each, ...part } : each)),
      names,
    )
  const close = () => setSheet(undefined)
  const missing = unfinished(rule)
  const only = (condition: Condition | 'areas') => {
    const chosen = rule.when[condition]
    return chosen ? whenWords({ [condition]: chosen }, desk.nameOf).replace(/^.*?[是到在] /, '') : '都算'
  }
  return (
    <AdminPage
      title="改规则"
      worn={worn}
      foot={() => (
        <ActionBar
          {...(missing && { reason: `还没写完：${missing}` })}
          main={<Button text="改好了" onTap={() => goBack(behind)} />}
          consequence="先存在手机上，生效以后才用它派单"
        />
      )}
    >
      <Field
        caption="这条规则叫什么"
        value={rule.name}
        onChange={(name) => change({ name })}
        placeholder="比如 停车归街道"
        limit={routingLimits.name}
      />
      <Heading text="什么样的事" aside="都要对上" />
      <Card flush>
        {(Object.keys(conditionNames) as Condition[]).map((condition) => (
          <Row
            key={condition}
            title={conditionNames[condition]}
            meta={only(condition)}
            link="改"
            onTap={() => setSheet(condition)}
          />
        ))}
        <Row title="只管这些地方" meta={only('areas')} link="改" onTap={() => setSheet('areas')} />
      </Card>
      <Heading text="派给谁" />
      <Card flush>
        <Row title={targetWords(rule.to, desk.nameOf)} link="换" onTap={() => setSheet('to')} />
        <Row
          title="请谁协办"
          meta={
            rule.assist?.length
              ? rule.assist.map((each) => targetWords(each, desk.nameOf)).join('、')
              : '不请'
          }
          link="改"
          onTap={() => setSheet('assist')}
        />
      </Card>
      <Heading text="本人会看到的话" />
      <TextArea
        short
        value={toRead(rule.reason)}
        onChange={(reason) => change({ reason: toStore(reason) })}
        limit={routingLimits.reason}
        label="本人会看到的话"
        placeholder="为什么派给它，一句话"
      />
      <View className="routing-insert">
        <Button
          look="secondary"
          icon="plus"
          text="加上类别"
          onTap={() => change({ reason: `${rule.reason}{category}` })}
        />
        <Button
          look="secondary"
          icon="plus"
          text="加上位置"
          onTap={() => change({ reason: `${rule.reason}{place}` })}
        />
      </View>
      <Reason title="比如会这样说">
        {explain(rule, { category: rule.when.categories?.[0] ?? 'parking', place: { name: '凯旋社区' } })}
      </Reason>
      <Toggle
        icon="eye-off"
        title="保密"
        words="除了办的单位，别人看不到是谁说的"
        on={rule.confidential === true}
        onChange={(on) => change({ confidential: on ? true : undefined })}
      />
      <Button look="text" icon="trash-2" text="去掉这条规则" onTap={() => setSheet('remove')} />
      {sheet === 'areas' && <AreasSheet rule={rule} nameOf={desk.nameOf} onChange={change} onClose={close} />}
      {sheet === 'to' && <TargetSheet rule={rule} nameOf={desk.nameOf} onChange={change} onClose={close} />}
      {sheet === 'assist' && <AssistSheet rule={rule} onChange={change} onClose={close} />}
      {sheet && sheet in conditionNames && (
        <ConditionSheet condition={sheet as Condition} rule={rule} onChange={change} onClose={close} />
      )}
      <Sheet
        open={sheet === 'remove'}
        title="去掉这条规则？"
        onClose={close}
        foot={
          <Button
            text="去掉"
            onTap={() => {
              desk.change(desk.rules.filter((each) => each.id !== rule.id))
              goBack(behind)
            }}
          />
        }
      >
        <View className="plain">以后这样的事接着往下对。还没生效，反悔了点“不改了，照现在的”。</View>
      </Sheet>
    </AdminPage>
  )
}

// What is filled in stands in the sentence as {category} and {place}; people see a word for each.
const blanks = [
  ['{category}', '【类别】'],
  ['{place}', '【位置】'],
] as const
const toRead = (reason: string) =>
  blanks.reduce((text, [stored, read]) => text.replaceAll(stored, read), reason)
const toStore = (text: string) =>
  blanks.reduce((reason, [stored, read]) => reason.replaceAll(read, stored), text)
