import { View } from '@tarojs/components'
import { limits } from '../../../domain/appeal/limits'
import { SheetFoot } from '../../appeal/SheetFoot'
import { useStepForm } from '../../appeal/useStepForm'
import { Button } from '../../ui/Button'
import { Photos } from '../../ui/Photos'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import type { SheetProps } from './StaffBar'

/** 解单: what was done; a snap needs a photo of how it looks now. */
export function ResolveSheet({ view, hat, onClose, onDone, onRefused }: SheetProps) {
  const { id, version } = view
  const { draft, change, photos, busy, refused, send } = useStepForm({
    action: 'appeal.resolve',
    id,
    hat,
    empty: {},
    limit: limits.note,
    onDone: () => onDone('解单了，等本人一句话'),
    onMoved: (refused) => {
      onClose()
      onRefused(refused)
    },
  })
  // A letter went out and the platform keeps silent: it could not be solved, and that is said.
  const { decision, answer } = view.situation.reliefStanding ?? {}
  const silent = decision === 'approved' && !answer
  const lacksPhoto = view.kind === 'snap' && draft.photos.length === 0
  return (
    <Sheet
      open
      title="解单"
      onClose={onClose}
      foot={
        <SheetFoot
          refused={refused}
          reason={
            lacksPhoto
              ? '随手拍要有办完后的照片，才能解单'
              : silent
                ? '还没记平台的答复，这样解单算平台没有答复'
                : undefined
          }
        >
          {lacksPhoto ? (
            <View className="sheet-pair">
              <Button look="locked" text="解单" onTap={onClose} />
              <Button icon="camera" text="拍一张" onTap={() => photos.add('any')} />
            </View>
          ) : (
            <Button
              text="解单，请本人说一声"
              busy={busy}
              onTap={() =>
                send((files) => ({ id, version, words: draft.words, photos: files, unsolved: silent }))
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
        label="怎么办的"
        caption="怎么办的（本人看得到）"
        placeholder="比如：北门小门开到 23:00，昨晚试开过"
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
    </Sheet>
  )
}
