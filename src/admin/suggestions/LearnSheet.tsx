import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Category, categories, categoryNames } from '../../../domain/appeal/categories'
import { personalIn } from '../../../domain/appeal/personal'
import { suggestionLimits } from '../../../domain/suggestion/limits'
import { SheetFoot } from '../../appeal/SheetFoot'
import { isRefused, useStep } from '../../appeal/useStep'
import type { Refused } from '../../call/refused'
import { Button } from '../../ui/Button'
import { Chips } from '../../ui/Chip'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { toast } from '../../ui/toast'

export interface Draft {
  text: string
  category?: Category
}

interface Props {
  draft: Draft
  hat: string
  onClose: () => void
  onDone: () => void
}

const options = categories.map((name) => ({ name, text: categoryNames[name] }))

/** A word or sentence, and which category it speaks of. */
export function LearnSheet({ draft, hat, onClose, onDone }: Props) {
  const [text, setText] = useState(draft.text)
  const [category, setCategory] = useState(draft.category)
  const [refused, setRefused] = useState<Refused>()
  const { busy, take } = useStep(hat)
  const missing = text.trim() === '' ? '写一句大家会怎么说' : category ? undefined : '选一下是哪一类'

  const learn = async () => {
    if (!category) return
    setRefused(undefined)
    const answer = await take('suggestion.add', { category, text })
    if (isRefused(answer)) return setRefused(answer)
    if (!answer) return
    toast('学会了')
    onDone()
  }
  return (
    <Sheet
      open
      tall
      title="学一句"
      onClose={onClose}
      foot={
        <SheetFoot refused={refused} reason={missing}>
          {missing ? (
            <Button look="locked" text="学这一句" onTap={onClose} />
          ) : (
            <Button text="学这一句" busy={busy} onTap={learn} />
          )}
        </SheetFoot>
      }
    >
      <TextArea
        inSheet
        short
        value={text}
        onChange={setText}
        limit={suggestionLimits.text}
        label="大家怎么说"
        caption="大家怎么说（一个词或一句话）"
        placeholder="比如：柜子里全是没充满的电池"
      />
      {personalIn(text).length > 0 && <View className="meta">里面的号码会先盖住再存。</View>}
      <View className="admin-part">
        <View className="meta">是哪一类</View>
        <Chips
          options={options}
          chosen={category}
          onChoose={setCategory}
          look="answer"
          label="是哪一类"
          wrap
        />
      </View>
    </Sheet>
  )
}
