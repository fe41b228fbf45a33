import { View } from '@tarojs/components'
import { SheetFoot } from '../../appeal/SheetFoot'
import { useDraft } from '../../call/draft'
import { Button } from '../../ui/Button'
import { Chips } from '../../ui/Chip'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import type { Decision, Work } from './decisions'

interface Props {
  work: Work
  onClose: () => void
  onDecide: (decision: Decision) => void
}

const usual = ['照片看不清', '没做完', '不是这个地方', '不是这个时间拍的'].map((text) => ({
  name: text,
  text,
}))
const limit = 200

/** Why one is not ticked: not passed, with a reason that its holder reads; or left for later. */
export function ExceptionSheet({ work, onClose, onDecide }: Props) {
  const [{ words }, change, clear] = useDraft(`task.verify ${work.id}`, { words: '' })
  const said = words.trim() !== '' && [...words].length <= limit
  return (
    <Sheet
      open
      title={`${work.name}这份怎么了`}
      onClose={onClose}
      foot={
        <SheetFoot reason={said ? undefined : '写一句为什么，本人看得到'}>
          {said ? (
            <Button
              text="没通过"
              onTap={() => {
                clear()
                onDecide({ is: 'rejected', words: words.trim() })
              }}
            />
          ) : (
            <Button look="locked" text="没通过" onTap={onClose} />
          )}
          <Button look="text" text="先放着，回头再看" onTap={() => onDecide({ is: 'left' })} />
        </SheetFoot>
      }
    >
      <View className="sheet-chips">
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
          label="为什么没通过"
          placeholder="比如：台阶只扫了一半"
        />
      </View>
    </Sheet>
  )
}
