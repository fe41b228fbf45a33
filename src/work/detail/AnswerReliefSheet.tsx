import { View } from '@tarojs/components'
import { limits } from '../../../domain/appeal/limits'
import { answerNames, type PlatformAnswer } from '../../../domain/relief/reliefCase'
import { fineWords, yuanWords } from '../../../domain/relief/words'
import { roundOf } from '../../appeal/round'
import { SheetFoot } from '../../appeal/SheetFoot'
import { useStepForm } from '../../appeal/useStepForm'
import { yuanOf } from '../../relief/yuan'
import { Button } from '../../ui/Button'
import { Chips } from '../../ui/Chip'
import { Field } from '../../ui/Field'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import type { SheetProps } from './StaffBar'

interface Answer {
  answer?: PlatformAnswer | undefined
  yuan: string
}

/** 平台答复: what the platform wrote back, and how much of the fine it lets go. */
export function AnswerReliefSheet({ view, hat, onClose, onDone, onRefused }: SheetProps) {
  const { id, version, relief } = view
  const fine = relief?.fineYuan ?? 0
  const { draft, change, busy, refused, send } = useStepForm<'appeal.answerRelief', Answer>({
    action: 'appeal.answerRelief',
    id,
    hat: hat?.id,
    round: roundOf(view),
    empty: { yuan: '' },
    limit: limits.note,
    onDone: () => onDone('记下了，本人看得到'),
    onMoved: (refused) => {
      onClose()
      onRefused(refused)
    },
  })
  const { answer, words } = draft
  const yuan = yuanOf(draft.yuan)
  const reason = lacking()
  return (
    <Sheet
      open
      title="平台答复"
      onClose={onClose}
      foot={
        <SheetFoot refused={refused} reason={reason}>
          <Button
            look={reason ? 'locked' : 'main'}
            text="记下，告诉本人"
            busy={busy}
            onTap={() =>
              answer &&
              send(() => ({
                id,
                version,
                answer,
                words,
                ...(answer === 'partly' && yuan !== undefined && { yuan }),
              }))
            }
          />
        </SheetFoot>
      }
    >
      <View className="plain">
        {relief?.platform}
        {relief && fineWords(relief)}，平台怎么说
      </View>
      <View className="sheet-part sheet-chips">
        <Chips
          wrap
          look="answer"
          label="平台怎么说"
          options={fine > 0 ? ofFine : ofRating}
          chosen={answer}
          onChoose={(answer) => change({ answer })}
        />
      </View>
      {answer === 'partly' && (
        <View className="sheet-part">
          <Field
            kind="digit"
            caption={`免了几元（一共罚 ${yuanWords(fine)} 元）`}
            value={draft.yuan}
            limit={9}
            onChange={(yuan) => change({ yuan })}
          />
        </View>
      )}
      <View className="sheet-part">
        <TextArea
          inSheet
          short
          value={words}
          onChange={(words) => change({ words })}
          limit={limits.note}
          label="平台的原话"
          caption="平台的原话，可以不写"
          placeholder="比如：三个工作日内退回账户"
        />
      </View>
    </Sheet>
  )

  function lacking(): string | undefined {
    if (!answer) return '点一下平台怎么答的'
    if (answer !== 'partly') return undefined
    const fits = yuan !== undefined && yuan > 0 && yuan < fine
    return fits ? undefined : `免了几元要比零多、比 ${yuanWords(fine)} 元少`
  }
}

const ofFine = (Object.keys(answerNames) as PlatformAnswer[]).map((name) => ({
  name,
  text: answerNames[name],
}))
const ofRating: readonly { name: PlatformAnswer; text: string }[] = [
  { name: 'waived', text: '差评撤了' },
  { name: 'refused', text: '没撤' },
]
