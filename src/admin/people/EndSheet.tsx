import { View } from '@tarojs/components'
import { useState } from 'react'
import { peopleLimits } from '../../../domain/people/limits'
import { roleNames } from '../../../domain/people/roles'
import { SheetFoot } from '../../appeal/SheetFoot'
import { isRefused, useStep } from '../../appeal/useStep'
import { useDraft } from '../../call/draft'
import type { Refused } from '../../call/refused'
import type { RowOf } from '../../call/usePages'
import { Button } from '../../ui/Button'
import { Meter } from '../../ui/Meter'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { toast } from '../../ui/toast'

interface Props {
  rows: readonly RowOf<'appointment.list'>[]
  hat: string | undefined
  onClose: () => void
  onDone: () => void
}

/** 结束任职, of one or of several: each by itself, with how far it is; what is refused stops there and is said. */
export function EndSheet({ rows, hat, onClose, onDone }: Props) {
  // Of these very posts: a reason is nobody else's.
  const posts = rows.map(({ appointmentId }) => appointmentId).sort()
  const [{ words }, change, clear] = useDraft(`appointment.end ${posts.join(' ')}`, { words: '' })
  const [ended, setEnded] = useState(0)
  const [refused, setRefused] = useState<Refused>()
  const { busy, take } = useStep(hat)
  const names = rows.map(({ nickname, title, role }) => nickname ?? title ?? roleNames[role])
  const left = rows.slice(ended)

  const end = async () => {
    setRefused(undefined)
    let done = ended
    for (const { personId, appointmentId } of left) {
      const answer = await take('appointment.end', { personId, appointmentId, words })
      if (isRefused(answer)) {
        setRefused(answer)
        return
      }
      if (!answer) return
      done += 1
      setEnded(done)
    }
    clear()
    toast(rows.length > 1 ? `${rows.length} 个任职结束了` : `${names[0]}的任职结束了`)
    onDone()
  }
  return (
    <Sheet
      open
      title="结束任职"
      onClose={ended > 0 ? onDone : onClose}
      foot={
        <SheetFoot refused={refused} reason={words.trim() ? undefined : '写一句原因，记在操作记录里'}>
          {words.trim() ? (
            <Button
              text={left.length > 1 ? `结束 ${left.length} 个任职` : '结束任职'}
              busy={busy}
              onTap={end}
            />
          ) : (
            <Button look="locked" text="结束任职" onTap={onClose} />
          )}
        </SheetFoot>
      }
    >
      <View className="plain">{names.join('、')}。从下一次点开起，就不能再用这个身份办事。</View>
      {rows.length > 1 && ended > 0 && (
        <View className="sheet-part">
          <Meter used={ended / rows.length} label={`结束了 ${ended} 个，共 ${rows.length} 个`} />
          <View className="meta">
            {rows.length} 个里结束了 {ended} 个
          </View>
        </View>
      )}
      <View className="sheet-part">
        <TextArea
          inSheet
          short
          value={words}
          onChange={(words) => change({ words })}
          limit={peopleLimits.reason}
          label="为什么结束"
          caption="为什么结束"
          placeholder="比如：换岗了"
        />
      </View>
    </Sheet>
  )
}
