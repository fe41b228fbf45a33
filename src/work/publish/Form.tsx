import { View } from '@tarojs/components'
import { useState } from 'react'
import type { HatView } from '../../../domain/contract'
import { type Proof, proofs, type TaskKind, taskKinds } from '../../../domain/task/kinds'
import { taskLimits } from '../../../domain/task/limits'
import { kindIcons } from '../../task/kindIcons'
import { proofWords } from '../../task/words'
import { Card } from '../../ui/Card'
import { Field } from '../../ui/Field'
import { Heading } from '../../ui/Heading'
import { Row } from '../../ui/Row'
import { SeveralChips } from '../../ui/SeveralChips'
import { TextArea } from '../../ui/TextArea'
import { Counter } from './Counter'
import { More } from './More'
import type { TaskForm } from './taskForm'
import { WhereSheet } from './WhereSheet'
import { Whom } from './Whom'
import { WindowChoice } from './WindowChoice'

interface Props {
  form: TaskForm & { kind: TaskKind }
  hat: HatView
  /** The task is there already. */
  made: boolean
  now: number
  onChange: (change: Partial<TaskForm>) => void
  onOtherKind: () => void
}

const ways = (Object.keys(proofs) as Proof[]).map((name) => ({ name, text: proofs[name] }))

/** What is asked for, when, where, of how many, and how it is proved. */
export function Form({ form, hat, made, now, onChange, onOtherKind }: Props) {
  const [placing, setPlacing] = useState(false)
  const [more, setMore] = useState(form.weekly || form.muster || form.team !== null || form.memberDays > 0)
  const toggle = (way: Proof) =>
    onChange({
      proof: form.proof.includes(way) ? form.proof.filter((each) => each !== way) : [...form.proof, way],
    })
  return (
    <>
      <Card flush>
        <Row
          icon={kindIcons[form.kind]}
          title={taskKinds[form.kind]}
          {...(!made && { link: '换一种', onTap: onOtherKind })}
        />
      </Card>
      <Field
        caption="名字"
        value={form.title}
        onChange={(title) => onChange({ title })}
        placeholder="比如：雪后清扫北站路台阶"
        limit={taskLimits.title}
      />
      <TextArea
        short
        caption="怎么做，带什么"
        label="怎么做，带什么"
        value={form.words}
        onChange={(words) => onChange({ words })}
        placeholder="比如：铁锹在驿站门口，拿了就干"
        limit={taskLimits.words}
      />
      <Heading text="什么时候" />
      <WindowChoice form={form} now={now} onChange={onChange} />
      <Heading text="在哪儿" />
      <Field
        bare
        caption="在哪儿"
        value={form.placeName}
        onChange={(placeName) => onChange({ placeName })}
        placeholder="比如：北站路台阶"
        limit={40}
      />
      <Card flush>
        <Row
          icon="map-pin"
          title={form.point ? '地图上定好了' : '还没在地图上定'}
          meta={form.point ? `${form.radius} 米以内算到了` : '定了，附近的人才看得到多远'}
          link={form.point ? '改' : '定一下'}
          onTap={() => setPlacing(true)}
        />
      </Card>
      <Heading text="要几个人，给几分" />
      <Card flush>
        <Counter
          label="名额"
          unit="个"
          value={form.places}
          least={1}
          most={taskLimits.places}
          onChange={(places) => onChange({ places })}
        />
        <Counter
          label="每人积分"
          unit="分"
          value={form.points}
          least={0}
          most={taskLimits.points}
          onChange={(points) => onChange({ points })}
        />
      </Card>
      <Heading text="怎么算做到了" />
      <SeveralChips label="怎么算做到了" options={ways} chosen={form.proof} onToggle={toggle} />
      <View className="meta">{proofWords(form.proof)}。做完由第二个人验收，再发分。</View>
      {form.kind === 'delivery' && (
        <Whom value={form.beneficiary} made={made} onChange={(beneficiary) => onChange({ beneficiary })} />
      )}
      {more ? (
        <More form={form} hat={hat.id} made={made} onChange={onChange} />
      ) : (
        <Card flush>
          <Row
            icon="ellipsis"
            title="还要别的"
            meta="小队、每周都有、应急集结、五员"
            onTap={() => setMore(true)}
          />
        </Card>
      )}
      {placing && (
        <WhereSheet
          point={form.point}
          radius={form.radius}
          onClose={() => setPlacing(false)}
          onDone={(where) => {
            onChange(where)
            setPlacing(false)
          }}
        />
      )}
    </>
  )
}
