import { View } from '@tarojs/components'
import { limits } from '../../../domain/appeal/limits'
import { SheetFoot } from '../../appeal/SheetFoot'
import { Button } from '../../ui/Button'
import { Chips } from '../../ui/Chip'
import { Photos } from '../../ui/Photos'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import type { SheetProps } from './StaffBar'
import { useSheetForm } from './useSheetForm'

const ways = [
  { name: 'report', text: '说进展' },
  { name: 'finish', text: '我们办完了' },
] as const

/** What who was asked to help says: how it goes, or that their part is done. */
export function HelpSheet(props: SheetProps) {
  const { id, version, organisation } = props.view
  const { draft, change, photos, busy, refused, send } = useSheetForm('appeal.assist', props, {
    empty: { finished: false },
    limit: limits.note,
    done: `告诉${organisation.name}了`,
  })
  const help = draft.finished ? 'finish' : 'report'
  return (
    <Sheet
      open
      title="协办"
      onClose={props.onClose}
      foot={
        <SheetFoot refused={refused}>
          <Button
            text={draft.finished ? '我们办完了' : '说一声'}
            busy={busy}
            onTap={() => send((files) => ({ id, version, help, words: draft.words, photos: files }))}
          />
        </SheetFoot>
      }
    >
      <View className="plain">{organisation.name}请您这边搭把手，说的只有办事的人看得到。</View>
      <View className="sheet-part sheet-chips">
        <Chips
          wrap
          look="answer"
          label="办得怎么样"
          options={ways}
          chosen={help}
          onChoose={(name) => change({ finished: name === 'finish' })}
        />
      </View>
      <View className="sheet-part">
        <TextArea
          inSheet
          short
          value={draft.words}
          onChange={(words) => change({ words })}
          limit={limits.note}
          label="办到哪一步了"
          placeholder="比如：问过物业，钥匙在门卫那儿"
        />
      </View>
      <View className="sheet-part">
        <Photos
          urls={photos.urls}
          limit={limits.photos}
          onAdd={() => photos.add('any')}
          onRemove={photos.remove}
        />
      </View>
    </Sheet>
  )
}
