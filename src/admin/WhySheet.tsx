import { View } from '@tarojs/components'
import type { Input } from '../../domain/contract'
import { SheetFoot } from '../appeal/SheetFoot'
import { useKeptForm } from '../appeal/useKeptForm'
import type { Refused } from '../call/refused'
import { Button } from '../ui/Button'
import { Sheet } from '../ui/Sheet'
import { TextArea } from '../ui/TextArea'
import { toast } from '../ui/toast'

/** What puts new rules of a place into force. */
type Publishing = 'settings.publish' | 'pointsRules.publish'

interface Props<A extends Publishing> {
  action: A
  /** What is sent, with the reason. */
  input: (words: string) => Input<A>
  /** What changes, and what does not. */
  lines: readonly string[]
  example: string
  limit: number
  /** What the person hears when it holds. */
  done: string
  hat: string
  onClose: () => void
  onDone: () => void
  onRefused: (refused: Refused) => void
}

/** Why rules of a place change: what changes, once more, and the reason, which stands in the record. */
export function WhySheet<A extends Publishing>({
  action,
  input,
  lines,
  example,
  limit,
  done,
  hat,
  onClose,
  onDone,
  onRefused,
}: Props<A>) {
  const { draft, change, busy, refused, send } = useKeptForm({
    name: `${action} ${hat}`,
    hat,
    // What held before may hold again, for the same reason.
    round: String(input('').version),
    empty: { words: '' },
    onMoved: (refused) => {
      onClose()
      onRefused(refused)
    },
  })
  const words = draft.words.trim()
  const publish = async () => {
    if (!(await send(action, () => input(words)))) return
    toast(done)
    onDone()
  }
  return (
    <Sheet
      open
      title="为什么改"
      onClose={onClose}
      foot={
        <SheetFoot refused={refused}>
          <Button look={words === '' ? 'locked' : 'main'} text="定了" busy={busy} onTap={publish} />
        </SheetFoot>
      }
    >
      {lines.map((line) => (
        <View key={line} className="plain">
          {line}
        </View>
      ))}
      <TextArea
        short
        inSheet
        label="为什么改"
        value={draft.words}
        onChange={(words) => change({ words })}
        placeholder={example}
        limit={limit}
      />
    </Sheet>
  )
}
