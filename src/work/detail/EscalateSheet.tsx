import { View } from '@tarojs/components'
import { limits } from '../../../domain/appeal/limits'
import { SheetFoot } from '../../appeal/SheetFoot'
import { useRead } from '../../call/useRead'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import type { SheetProps } from './StaffBar'
import { useSheetForm } from './useSheetForm'

/** 升级: one level up, for a reason; who had it goes on helping. */
export function EscalateSheet(props: SheetProps) {
  const { id, version, ways, organisation } = props.view
  const above = useLevelAbove(ways?.above ?? [])
  const { draft, change, busy, refused, send } = useSheetForm('appeal.escalate', props, {
    empty: {},
    limit: limits.reason,
    done: `升上去了，${above ?? '上一级'}来办`,
  })
  return (
    <Sheet
      open
      title="升级"
      onClose={props.onClose}
      foot={
        <SheetFoot refused={refused}>
          <Button
            text={`升到${above ?? '上一级'}`}
            busy={busy}
            onTap={() => send(() => ({ id, version, words: draft.words }))}
          />
        </SheetFoot>
      }
    >
      <View className="plain">
        由{above ?? '上一级'}接着办，时限从现在重新算；{organisation.name}留下协助。本人会知道。
      </View>
      <View className="sheet-part">
        <TextArea
          inSheet
          short
          value={draft.words}
          onChange={(words) => change({ words })}
          limit={limits.reason}
          label="升级原因"
          caption="升级原因（本人看得到）"
          placeholder="比如：要区里和铁路一起定，社区谈不下来"
        />
      </View>
    </Sheet>
  )
}

/** The name of the first of these, best first, that is there and active. */
function useLevelAbove([first, second, third]: readonly string[]): string | undefined {
  const ask = (id: string | undefined) => (id === undefined ? undefined : { id })
  const best = useRead('place.named', ask(first)).data
  const next = useRead('place.named', ask(best && !best.place ? second : undefined)).data
  const last = useRead('place.named', ask(next && !next.place ? third : undefined)).data
  return (best?.place ?? next?.place ?? last?.place)?.name
}
