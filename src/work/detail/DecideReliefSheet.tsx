import { View } from '@tarojs/components'
import { limits } from '../../../domain/appeal/limits'
import { roundOf } from '../../appeal/round'
import { SheetFoot } from '../../appeal/SheetFoot'
import { useStepForm } from '../../appeal/useStepForm'
import { Assessed } from '../../relief/Assessed'
import { LetterImage } from '../../relief/letter/LetterImage'
import { letterOf } from '../../relief/letter/textOf'
import { Button } from '../../ui/Button'
import { Chips } from '../../ui/Chip'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { useNow } from '../../ui/useNow'
import type { SheetProps } from './StaffBar'

const choices = [
  { name: 'approved', text: '同意，开公函' },
  { name: 'refused', text: '不同意' },
] as const

/** 核定: approve, with the letter as it will go out, or say why not. */
export function DecideReliefSheet({ view, hat, onClose, onDone, onRefused }: SheetProps) {
  const title = hat?.title ?? ''
  const { id, version, relief, reliefCase, organisation } = view
  const now = useNow()
  const { draft, change, busy, refused, send } = useStepForm<
    'appeal.decideRelief',
    { approved?: boolean | undefined }
  >({
    action: 'appeal.decideRelief',
    id,
    hat: hat?.id,
    round: roundOf(view),
    empty: reliefCase?.assessment === 'eligible' ? { approved: true } : {},
    limit: limits.reason,
    onDone: () => onDone('核定了，本人看得到'),
    onMoved: (refused) => {
      onClose()
      onRefused(refused)
    },
  })
  const { approved, words } = draft
  const letter =
    approved &&
    letterOf(view, { number: '编号核定时自动排', at: now, organisation: organisation.name, title })
  const unexplained = approved === false && words.trim() === ''
  return (
    <Sheet
      open
      title="核定"
      onClose={onClose}
      foot={
        <SheetFoot
          refused={refused}
          reason={
            approved === undefined
              ? '先选同意还是不同意'
              : unexplained
                ? '不同意要写原因，本人看得到'
                : undefined
          }
        >
          <Button
            look={approved === undefined || unexplained ? 'locked' : 'main'}
            text={approved === false ? '不同意，告诉本人' : '同意，开公函'}
            busy={busy}
            onTap={() => send(() => ({ id, version, approved: approved === true, words }))}
          />
        </SheetFoot>
      }
    >
      {relief && reliefCase && <Assessed assessed={reliefCase} cause={relief.cause} reader="staff" />}
      <View className="sheet-part sheet-chips">
        <Chips
          wrap
          look="answer"
          label="同不同意"
          options={choices}
          chosen={approved === undefined ? undefined : approved ? 'approved' : 'refused'}
          onChoose={(name) => change({ approved: name === 'approved' })}
        />
      </View>
      {approved !== undefined && (
        <View className="sheet-part">
          <TextArea
            inSheet
            short
            value={words}
            onChange={(words) => change({ words })}
            limit={limits.reason}
            label={approved ? '跟本人说一句' : '为什么不同意'}
            caption={approved ? '跟本人说一句，可以不写' : '为什么不同意（本人看得到）'}
            placeholder={approved ? '比如：当天气象台发了暴雨预警' : '比如：当时没有下雨，请补一张照片'}
          />
        </View>
      )}
      {letter && (
        <View className="sheet-part">
          <View className="meta sheet-caption">公函这样发出去，点一下放大看</View>
          <LetterImage text={letter} />
        </View>
      )}
    </Sheet>
  )
}
