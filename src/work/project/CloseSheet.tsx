import { View } from '@tarojs/components'
import { limits } from '../../../domain/appeal/limits'
import type { ProjectView } from '../../../domain/contract'
import { SheetFoot } from '../../appeal/SheetFoot'
import { useStepForm } from '../../appeal/useStepForm'
import type { Refused } from '../../call/refused'
import { Button } from '../../ui/Button'
import { Photos } from '../../ui/Photos'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'

interface Props {
  project: ProjectView
  hat: string
  onClose: () => void
  onDone: () => void
  onRefused: (refused: Refused) => void
}

/** 办完了: said once, for all its appeals. */
export function CloseSheet({ project: { id, version, count }, hat, onClose, onDone, onRefused }: Props) {
  const { draft, change, photos, busy, refused, send } = useStepForm({
    action: 'project.close',
    id,
    hat,
    empty: {},
    limit: limits.note,
    onDone,
    onMoved: (refused) => {
      onClose()
      onRefused(refused)
    },
  })
  const ready = draft.words.trim() !== ''
  return (
    <Sheet
      open
      title="项目办完了"
      onClose={onClose}
      foot={
        <SheetFoot refused={refused} reason={ready ? undefined : '写一句办成了什么，每位本人都看得到'}>
          {ready ? (
            <Button
              text={`办完，${count} 件一起解单`}
              busy={busy}
              onTap={() => send((files) => ({ id, version, words: draft.words, photos: files }))}
            />
          ) : (
            <Button look="locked" text={`办完，${count} 件一起解单`} onTap={onClose} />
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
        label="办成了什么"
        caption="办成了什么"
        placeholder="比如：北门换了门禁，骑手 23:00 前都能进"
      />
      <View className="sheet-part">
        <Photos
          urls={photos.urls}
          limit={limits.photos}
          addText="办完后"
          onAdd={() => photos.add('any')}
          onRemove={photos.remove}
        />
      </View>
      <View className="meta sheet-part">
        在牵头单位手里的直接解单，再请本人说满不满意；在别的单位手里的，请他们看了再解。随手拍要有照片。
      </View>
    </Sheet>
  )
}
