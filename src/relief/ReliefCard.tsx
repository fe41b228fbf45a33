import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { reliefCauseNames } from '../../domain/appeal/names'
import type { AppealView } from '../../domain/contract'
import { decisionNames } from '../../domain/relief/reliefCase'
import { fineWords, waivedWords } from '../../domain/relief/words'
import { moment } from '../appeal/words'
import { Card } from '../ui/Card'
import { Icon, type IconName } from '../ui/Icon'
import { Row } from '../ui/Row'
import { Assessed } from './Assessed'
import './ReliefCard.scss'

interface Props {
  view: AppealView
  reader: 'person' | 'staff'
  now: number
}

/** A relief at a glance: how far it has come, why it was assessed so, the letter, what happened. */
export function ReliefCard({ view: { id, relief, reliefCase }, reader, now }: Props) {
  if (!relief || !reliefCase) return null
  const { decision, letter, answer } = reliefCase
  const lines: { icon: IconName; text: string; meta?: string }[] = [
    ...(answer
      ? [
          {
            icon: answer.outcome === 'refused' ? ('circle-x' as const) : ('circle-check' as const),
            text: `平台${waivedWords(answer)}`,
            meta: answer.words,
          },
        ]
      : []),
    ...(decision
      ? [
          {
            icon: decision.outcome === 'approved' ? ('stamp' as const) : ('circle-x' as const),
            text: `${decisionNames[decision.outcome]} · ${moment(decision.at, now)}`,
            meta: decision.words,
          },
        ]
      : []),
  ]
  return (
    <>
      {(lines.length > 0 || letter) && (
        <Card flush>
          {lines.length > 0 && (
            <View className="relief-lines">
              {lines.map(({ icon, text, meta }) => (
                <View className="relief-line" key={icon + text}>
                  <Icon name={icon} />
                  <View>
                    <View className="strong">{text}</View>
                    {meta && <View className="meta said">{meta}</View>}
                  </View>
                </View>
              ))}
            </View>
          )}
          {letter && (
            <Row
              icon="file-text"
              title="给平台的公函"
              meta={letter.number}
              link="看"
              onTap={() => Taro.navigateTo({ url: `/relief/letter/index?id=${id}&as=${reader}` })}
            />
          )}
        </Card>
      )}
      <Assessed assessed={reliefCase} cause={relief.cause} reader={reader} />
      <Card className="relief-facts">
        <Fact name="平台" text={relief.platform} />
        <Fact name="订单" text={`尾号 ${relief.orderNumber.replace(/^\*+/, '')}`} />
        <Fact name="时间" text={moment(relief.occurredAt, now)} />
        <Fact name="处罚" text={fineWords(relief)} />
        <Fact name="原因" text={reliefCauseNames[relief.cause]} />
      </Card>
    </>
  )
}

function Fact({ name, text }: { name: string; text: string }) {
  return (
    <View className="relief-fact">
      <View className="meta relief-fact-name">{name}</View>
      <View className="strong">{text}</View>
    </View>
  )
}
