import { View } from '@tarojs/components'
import { categoryNames } from '../../../../domain/appeal/categories'
import { routingLimits } from '../../../../domain/routing/limits'
import { sumsBy } from '../../../../domain/routing/trial'
import { date } from '../../../appeal/words'
import { ActionBar } from '../../../ui/ActionBar'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { Heading } from '../../../ui/Heading'
import { Meter } from '../../../ui/Meter'
import { goBack } from '../../../ui/Page'
import { Row } from '../../../ui/Row'
import { Empty, Notice } from '../../../ui/States'
import { AdminPage } from '../../AdminPage'
import { Bars } from '../Bars'
import { signOf, useDesk } from '../useDesk'
import { type Trial, useTrial } from '../useTrial'
import { WithRules, type WithRulesProps } from '../WithRules'

const day = 86_400_000
const behind = '/admin/routing/index/index'
const sum = (moves: Trial['moves']) => moves.reduce((all, { count }) => all + count, 0)

/** 拿最近 90 天试: how many of what people asked would have gone elsewhere, and from where to where. */
export default function TrialPage() {
  return <WithRules title="拿最近 90 天试">{(props) => <OnTrial {...props} />}</WithRules>
}

function OnTrial({ view, hat, worn }: WithRulesProps) {
  const desk = useDesk(view, hat)
  const { trial, running, refused, start } = useTrial(desk.rules, hat, ({ checked, moves }) =>
    desk.keepTrial({ of: signOf(desk.rules), checked, moved: sum(moves) }),
  )
  const done = trial !== undefined && trial.next === undefined
  const nothing = desk.changes.length === 0
  return (
    <AdminPage
      title="拿最近 90 天试"
      worn={worn}
      foot={() => (
        <ActionBar
          main={
            done || nothing ? (
              <Button text="回去看规则" onTap={() => goBack(behind)} />
            ) : (
              <Button
                text={running ? '正在试' : trial || refused ? '接着试' : '开始试'}
                busy={running}
                onTap={start}
              />
            )
          }
          consequence="只是试，一件也不会动"
        />
      )}
    >
      {refused && <Notice icon="info" title={refused.message} />}
      {nothing ? (
        <Card>
          <Empty title="还没改规则" words="先在规则里改一改，再来试。" />
        </Card>
      ) : trial ? (
        <Outcome trial={trial} done={done} />
      ) : (
        <Card>
          <Empty
            title={`改了 ${desk.changes.length} 处，会怎么样？`}
            words="把最近 90 天的每一件，用现在的规则和改过的规则各派一遍，看哪些会去别处。"
          />
        </Card>
      )}
    </AdminPage>
  )
}

function Outcome({ trial: { checked, reached, moves, examples }, done }: { trial: Trial; done: boolean }) {
  const moved = sum(moves)
  const now = Date.now()
  const names = new Map(moves.flatMap(({ from, to }) => [from, to]).map(({ id, name }) => [id, name]))
  return (
    <>
      {!done && (
        <View>
          <View className="strong">
            看了 {checked} 件，到{date(reached, now)}为止
          </View>
          <Meter used={(now - reached) / (routingLimits.trialDays * day)} label={`看了 ${checked} 件`} />
        </View>
      )}
      <View className="big">
        最近 90 天 {checked.toLocaleString('zh-CN')} 件里 {moved.toLocaleString('zh-CN')} 件会去别处
      </View>
      {moved > 0 && (
        <>
          <Heading text="哪几类" />
          <Bars
            bars={sumsBy(moves, ({ category }) => category).map(({ key, count }) => ({
              text: categoryNames[key],
              count,
            }))}
          />
          <Heading text="从哪儿到哪儿" />
          <Bars
            bars={sumsBy(moves, ({ from, to }) => `${from.id} ${to.id}`)
              .slice(0, 20)
              .map(({ key, count }) => {
                const [from = '', to = ''] = key.split(' ')
                return { text: `${names.get(from)} → ${names.get(to)}`, count }
              })}
          />
        </>
      )}
      {examples.length > 0 && (
        <>
          <Heading text="比如这几件" />
          <Card flush>
            {examples.map(({ number, title, from, to }) => (
              <Row key={number} title={title} meta={`${number} · ${from} → ${to}`} />
            ))}
          </Card>
        </>
      )}
      {done && moved === 0 && <View className="meta">改的规则对这 90 天的事没有影响。</View>}
    </>
  )
}
