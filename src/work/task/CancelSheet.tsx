import { View } from '@tarojs/components'
import type { TaskView } from '../../../domain/contract'
import { holding } from '../../../domain/task/task'
import { SheetFoot } from '../../appeal/SheetFoot'
import { useKeptForm } from '../../appeal/useKeptForm'
import { Button } from '../../ui/Button'
import { Chips } from '../../ui/Chip'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'

interface Props {
  task: TaskView
  hat: string
  onClose: () => void
  onDone: () => void
}

const usual = ['天气不好，不做了', '已经有人做完了', '时间要改，另发一个', '发错了'].map((text) => ({
  name: text,
  text,
}))
const limit = 200

/** 取消任务: everybody who has or awaits a place is told why. */
export function CancelSheet({ task, hat, onClose, onDone }: Props) {
  const { draft, change, busy, refused, send } = useKeptForm({
    name: `task.cancel ${task.id}`,
    hat,
    empty: { words: '' },
  })
  const { words } = draft
  const holders = task.claims?.filter(({ state }) => holding.includes(state)).length ?? 0
  const told = holders + task.waiting
  const cancel = async () => {
    if (await send('task.cancel', () => ({ id: task.id, words }))) onDone()
  }
  return (
    <Sheet
      open
      title="取消这个任务"
      onClose={onClose}
      foot={
        <SheetFoot refused={refused} reason={words.trim() ? undefined : '写一句为什么，大家看得到'}>
          {words.trim() ? (
            <Button text={told > 0 ? `取消，告诉 ${told} 个人` : '取消任务'} busy={busy} onTap={cancel} />
          ) : (
            <Button look="locked" text="取消任务" onTap={onClose} />
          )}
        </SheetFoot>
      }
    >
      <View className="plain">
        {told > 0 ? `${told} 个人领了或在候补，马上告诉他们。` : '还没人领，取消了谁也不影响。'}
        取消了不能再开。
      </View>
      <View className="sheet-part sheet-chips">
        <Chips
          wrap
          look="answer"
          label="为什么"
          options={usual}
          chosen={usual.find(({ name }) => name === words)?.name}
          onChoose={(words) => change({ words })}
        />
      </View>
      <View className="sheet-part">
        <TextArea
          inSheet
          short
          value={words}
          onChange={(words) => change({ words })}
          limit={limit}
          label="为什么取消"
          placeholder="比如：雨太大，改天再约"
        />
      </View>
    </Sheet>
  )
}
