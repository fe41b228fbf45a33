import { View } from '@tarojs/components'
import { useState } from 'react'
import { limits } from '../../../domain/appeal/limits'
import { answerNames } from '../../../domain/appeal/names'
import { settingOf } from '../../../domain/settings/settings'
import { SheetFoot } from '../../appeal/SheetFoot'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import type { IconName } from '../../ui/iconNames'
import { Row } from '../../ui/Row'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { Tiles } from '../../ui/Tile'
import { ContactSheet } from './ContactSheet'
import './FollowUpSheet.scss'
import type { SheetProps } from './StaffBar'
import { useSheetForm } from './useSheetForm'

type Result = keyof typeof answerNames | 'unreached'

const results: readonly { name: Result; text: string; icon: IconName }[] = [
  { name: 'satisfied', text: answerNames.satisfied, icon: 'smile' },
  { name: 'partly', text: answerNames.partly, icon: 'meh' },
  { name: 'unsatisfied', text: answerNames.unsatisfied, icon: 'frown' },
  { name: 'unreached', text: '没联系上', icon: 'phone-missed' },
]

/** 回访: what the person said when asked, by one tap; or that they could not be reached. */
export function FollowUpSheet(props: SheetProps) {
  const { view, hat } = props
  const { id, version, situation, mayContact, responsible, organisation } = view
  const [calling, setCalling] = useState(false)
  const empty: { result?: Result } = {}
  const { draft, change, busy, refused, send } = useSheetForm('appeal.followUp', props, {
    empty,
    limit: limits.note,
    done: '回访记下了',
  })
  const { result } = draft
  if (calling) return <ContactSheet id={id} hat={hat?.id} onClose={() => setCalling(false)} />
  const asked = situation.followUps
  const follows = {
    satisfied: `记下就销号，本人 ${settingOf(situation.terms, 'reopenDays')} 天里还能重开`,
    partly: '记下就销号，记成部分解决',
    unsatisfied: `记下就退回${responsible ?? organisation.name}接着办，时限不变`,
    unreached:
      asked + 1 < limits.followUps
        ? `还能再问 ${limits.followUps - asked - 1} 次；没联系上不算满意`
        : '问满三次了，到期自己销号，不算满意',
  } as const satisfies Record<Result, string>
  return (
    <Sheet
      open
      title="本人怎么说"
      onClose={props.onClose}
      foot={
        <SheetFoot refused={refused} reason={result ? follows[result] : '点一个，才能记下'}>
          {result ? (
            <Button
              text={result === 'unreached' ? '记下没联系上' : '记下本人的话'}
              busy={busy}
              onTap={() =>
                send(() => ({
                  id,
                  version,
                  words: draft.words,
                  ...(result !== 'unreached' && { answer: result }),
                }))
              }
            />
          ) : (
            <Button look="locked" text="记下" onTap={props.onClose} />
          )}
        </SheetFoot>
      }
    >
      <Card flush>
        {mayContact ? (
          <Row
            icon="phone"
            title="给本人打电话"
            meta={tries(asked)}
            link="看电话"
            onTap={() => setCalling(true)}
          />
        ) : (
          <Row icon="phone-missed" title="看不到电话" meta={`当面问、托人问都行。${tries(asked)}`} />
        )}
      </Card>
      <View className="sheet-part follow-up">
        <Tiles
          options={results}
          chosen={result}
          onChoose={(name) => change({ result: name })}
          label="本人怎么说"
        />
      </View>
      <View className="sheet-part">
        <TextArea
          inSheet
          short
          value={draft.words}
          onChange={(words) => change({ words })}
          limit={limits.note}
          {...(result === 'unreached'
            ? {
                label: '怎么没联系上',
                caption: '怎么没联系上，可以不写',
                placeholder: '比如：打了两次，都没人接',
              }
            : {
                label: '本人的原话',
                caption: '本人的原话，可以不写',
                placeholder: '比如：小门是开了，就是灯还没修',
              })}
        />
      </View>
    </Sheet>
  )
}

const tries = (count: number) => (count === 0 ? '还没问过' : `问过 ${count} 次，都没联系上`)
