import { View } from '@tarojs/components'
import type { ReviewRow } from '../../../domain/contract'
import { pointsLimits } from '../../../domain/points/limits'
import { SheetFoot } from '../../appeal/SheetFoot'
import { useKeptForm } from '../../appeal/useKeptForm'
import type { Refused } from '../../call/refused'
import { Button } from '../../ui/Button'
import { Chips } from '../../ui/Chip'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'

interface Props {
  row: ReviewRow
  pays: boolean
  hat: string
  onClose: () => void
  onDone: () => void
  onRefused: (refused: Refused) => void
}

/** What is usually said, by what was found. */
function usualFor({ flags, inPart }: ReviewRow) {
  const said = flags.some(({ photos }) => photos)
    ? ['和上次是同一张照片', '照片看不清是哪里']
    : inPart
      ? ['按上限记就行']
      : ['问过了，没去成', '算一次就够了']
  return said.map((text) => ({ name: text, text }))
}

/** 照发, with a word if one likes; 不发, with a reason that the person reads. */
export function JudgeSheet({ row, pays, hat, onClose, onDone, onRefused }: Props) {
  const { id, version } = row
  const { draft, change, busy, refused, send } = useKeptForm({
    // What is said for paying is not said against it, nor again after an appeal.
    name: `pointsReview.judge ${id} ${version} ${pays}`,
    hat,
    empty: { words: '' },
    onMoved: (refused) => {
      onClose()
      onRefused(refused)
    },
  })
  const { words } = draft
  const judge = async () => {
    if (await send('pointsReview.judge', () => ({ id, version, pays, words: words.trim() }))) onDone()
  }
  const long = [...words].length > pointsLimits.words
  const ready = !long && (pays || words.trim() !== '')
  const text = pays ? `照发 ${row.points} 分` : `不发这 ${row.points} 分`
  const final = row.plea !== undefined
  const usual = usualFor(row)
  return (
    <Sheet
      open
      title={text}
      onClose={onClose}
      foot={
        <SheetFoot refused={refused} reason={ready || long ? undefined : '写一句为什么，本人看得到'}>
          <Button look={ready ? 'main' : 'locked'} text={text} busy={busy} onTap={judge} />
        </SheetFoot>
      }
    >
      <View className="plain">{consequence(pays, final)}</View>
      {!pays && (
        <View className="sheet-chips review-usual">
          <Chips
            wrap
            look="answer"
            label="为什么"
            options={usual}
            chosen={usual.find(({ name }) => name === words)?.name}
            onChoose={(words) => change({ words })}
          />
        </View>
      )}
      <View className="sheet-part">
        <TextArea
          inSheet
          short
          value={words}
          onChange={(words) => change({ words })}
          limit={pointsLimits.words}
          label={pays ? '说一句（可以不写）' : '为什么不发'}
          caption={pays ? '说一句，可以不写' : '为什么不发'}
          placeholder={pays ? '比如：问过了，补拍的' : '比如：和上次是同一张照片'}
        />
      </View>
    </Sheet>
  )
}

function consequence(pays: boolean, final: boolean): string {
  if (pays) return '分马上到账，本人会收到消息。'
  return final ? '这是申诉后的最后结果，本人看得到您写的。' : '本人看得到您写的，还能申诉一次，换别人看。'
}
