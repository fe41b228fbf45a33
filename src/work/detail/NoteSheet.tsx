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

const readers = [
  { name: 'person', text: '本人看得到' },
  { name: 'internal', text: '只内部看' },
] as const

/** 跟进: what happened meanwhile, for the person or for the handlers only. */
export function NoteSheet(props: SheetProps) {
  const { onClose } = props
  const { id, version } = props.view
  const { draft, change, photos, busy, refused, send } = useSheetForm('appeal.note', props, {
    empty: { internal: false },
    limit: limits.note,
    done: '记下了',
  })
  return (
    <Sheet
      open
      title="跟进"
      onClose={onClose}
      foot={
        <SheetFoot refused={refused}>
          <Button
            text={draft.internal ? '记下' : '记下，告诉本人'}
            busy={busy}
            onTap={() =>
              send((files) => ({ id, version, words: draft.words, photos: files, internal: draft.internal }))
            }
          />
        </SheetFoot>
      }
    >
      <TextArea
        inSheet
        short
        value={draft.words}
        onChange={(words) => change({ words })}
        limit={limits.note}
        label="办到哪一步了"
        caption="办到哪一步了"
        placeholder="比如：和物业约了今晚八点试开"
      />
      <View className="sheet-part">
        <Photos
          urls={photos.urls}
          limit={limits.photos}
          onAdd={() => photos.add('any')}
          onRemove={photos.remove}
        />
      </View>
      <View className="sheet-part sheet-chips">
        <Chips
          wrap
          look="answer"
          label="谁看得到"
          options={readers}
          chosen={draft.internal ? 'internal' : 'person'}
          onChoose={(name) => change({ internal: name === 'internal' })}
        />
      </View>
    </Sheet>
  )
}
