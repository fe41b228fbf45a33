import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { type Category, categories, categoryNames } from '../../../../domain/appeal/categories'
import { type Kind, kindNames, type Urgency, urgencyNames } from '../../../../domain/appeal/names'
import type { Output, Place } from '../../../../domain/contract'
import { type Trade, tradeNames } from '../../../../domain/people/roles'
import { call } from '../../../call/call'
import { asRefused, type Refused } from '../../../call/refused'
import { chosenPlaces } from '../../../place/chosen'
import { PlaceSheet } from '../../../place/PlaceSheet'
import { ActionBar } from '../../../ui/ActionBar'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { Chips } from '../../../ui/Chip'
import { Row } from '../../../ui/Row'
import { Notice } from '../../../ui/States'
import { AdminPage } from '../../AdminPage'
import { RunResult } from '../RunResult'
import { unfinished } from '../unfinished'
import { useDesk } from '../useDesk'
import { WithRules, type WithRulesProps } from '../WithRules'

const optionsOf = <T extends string>(names: Record<T, string>) =>
  (Object.keys(names) as T[]).map((name) => ({ name, text: names[name] }))
const kinds = optionsOf<Kind>(kindNames)
const urgencies = optionsOf<Urgency>(urgencyNames)
const trades = optionsOf<Trade>(tradeNames)
const categoryOptions = categories.map((name) => ({ name, text: categoryNames[name] }))

interface Asked {
  kind: Kind
  category: Category
  urgency: Urgency
  trade: Trade
}

/** 试一试: which rule takes something, and why not the earlier ones. Nothing is sent. */
export default function TryPage() {
  return <WithRules title="试一试">{(props) => <Try {...props} />}</WithRules>
}

function Try({ view, hat, worn }: WithRulesProps) {
  const desk = useDesk(view, hat)
  const [asked, setAsked] = useState<Asked>({
    kind: 'request',
    category: 'gateAccess',
    urgency: 'normal',
    trade: 'delivery',
  })
  const [place, setPlace] = useState<Pick<Place, 'id' | 'name'> | undefined>(chosenPlaces()[0])
  const [choosing, setChoosing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [run, setRun] = useState<Output<'routing.dryRun'>>()
  const [refused, setRefused] = useState<Refused>()
  const ask = <K extends keyof Asked>(field: K, value: Asked[K]) => {
    setRun(undefined)
    setAsked((before) => ({ ...before, [field]: value }))
  }
  const changed = desk.changes.length > 0
  const half = desk.rules.findIndex((rule) => unfinished(rule) !== undefined)
  const start = async () => {
    if (!place) return setChoosing(true)
    setBusy(true)
    setRefused(undefined)
    try {
      const input = { organisationId: hat.organisation.id, ...asked, area: place.id }
      setRun(await call('routing.dryRun', changed ? { ...input, rules: desk.rules } : input, { hat: hat.id }))
    } catch (thrown) {
      setRefused(asRefused(thrown))
    }
    setBusy(false)
  }
  return (
    <AdminPage
      title="试一试"
      worn={worn}
      foot={() =>
        half >= 0 ? (
          <ActionBar
            reason={`第 ${half + 1} 条还没写完，写完才能试`}
            main={<Button look="locked" text="看会派给谁" onTap={() => {}} />}
          />
        ) : (
          <ActionBar
            main={<Button text={busy ? '正在看' : '看会派给谁'} busy={busy} onTap={start} />}
            consequence={changed ? `用改过的规则试 · 改了 ${desk.changes.length} 处` : '只是试，不会发出去'}
          />
        )
      }
    >
      {refused && <Notice icon="info" title={refused.message} />}
      {run && <RunResult run={run} />}
      <Card flush>
        <Row
          icon="map-pin"
          title={place?.name ?? '在哪儿'}
          link={place ? '换' : '选'}
          onTap={() => setChoosing(true)}
        />
      </Card>
      <Part caption="哪一类">
        <Chips
          look="answer"
          label="哪一类"
          options={categoryOptions}
          chosen={asked.category}
          onChoose={(value) => ask('category', value)}
        />
      </Part>
      <Part caption="谁说的">
        <Chips
          look="answer"
          label="谁说的"
          options={trades}
          chosen={asked.trade}
          onChoose={(value) => ask('trade', value)}
        />
      </Part>
      <Part caption="什么类型">
        <Chips
          look="answer"
          label="什么类型"
          options={kinds}
          chosen={asked.kind}
          onChoose={(value) => ask('kind', value)}
        />
      </Part>
      <Part caption="急不急">
        <Chips
          look="answer"
          label="急不急"
          options={urgencies}
          chosen={asked.urgency}
          onChoose={(value) => ask('urgency', value)}
        />
      </Part>
      <PlaceSheet
        open={choosing}
        onClose={() => setChoosing(false)}
        onChoose={(chosen) => {
          setRun(undefined)
          setPlace(chosen)
        }}
      />
    </AdminPage>
  )
}

function Part({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <View>
      <View className="meta">{caption}</View>
      <View className="admin-chips routing-chips-wide">{children}</View>
    </View>
  )
}
