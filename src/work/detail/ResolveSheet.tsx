import { View } from '@tarojs/components'
import { limits } from '../../../domain/appeal/limits'
import { SheetFoot } from '../../appeal/SheetFoot'
import { Button } from '../../ui/Button'
import { Photos } from '../../ui/Photos'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { Toggle } from '../../ui/Toggle'
import type { SheetProps } from './StaffBar'
import { useSheetForm } from './useSheetForm'

/** 解单: what was done; a snap needs a photo of how it looks now. */
export function ResolveSheet(props: SheetProps) {
  const { onClose, view } = props
  const { id, version } = view
  const { draft, change, photos, busy, refused, send } = useSheetForm('appeal.resolve', props, {
    empty: { unsolved: false },
    limit: limits.note,
    done: '解单了，等本人一句话',
  })
  const lacksPhoto = view.kind === 'snap' && !draft.unsolved && draft.photos.length === 0
  return (
    <Sheet
      open
      title="解单"
      onClose={onClose}
      foot={
        <SheetFoot refused={refused} reason={lacksPhoto ? '随手拍要有办完后的照片，才能解单' : undefined}>
          {lacksPhoto ? (
            <View className="sheet-pair">
              <Button look="locked" text="解单" onTap={onClose} />
              <Button icon="camera" text="拍一张" onTap={() => photos.add('any')} />
            </View>
          ) : (
            <Button
              text={draft.unsolved ? '告诉本人办不了' : '解单，请本人说一声'}
              busy={busy}
              onTap={() =>
                send((files) => ({
                  id,
                  version,
                  words: draft.words,
                  photos: files,
                  unsolved: draft.unsolved,
                }))
              }
            />
          )}
        </SheetFoot>
      }
    >
      <TextArea
        inSheet
        short
        value={draft.words}
        onChange={(words) => change({ words })}
        limit={limits.note}
        {...(draft.unsolved
          ? {
              label: '为什么办不了',
              caption: '为什么办不了（本人看得到）',
              placeholder: '比如：产权在铁路，已经转告，定下来再告诉您',
            }
          : {
              label: '怎么办的',
              caption: '怎么办的（本人看得到）',
              placeholder: '比如：北门小门开到 23:00，昨晚试开过',
            })}
      />
      <View className="sheet-part">
        <Photos
          urls={photos.urls}
          limit={limits.photos}
          onAdd={() => photos.add('any')}
          onRemove={photos.remove}
          addText="办完后"
        />
      </View>
      <View className="sheet-part">
        <Toggle
          icon="circle-x"
          title="办不了"
          words="说明原因；销号时记成未能解决"
          on={draft.unsolved}
          onChange={(unsolved) => change({ unsolved })}
        />
      </View>
    </Sheet>
  )
}
