import { View } from '@tarojs/components'
import { limits } from '../../../domain/appeal/limits'
import { SheetFoot } from '../../appeal/SheetFoot'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { type Candidate, OrganisationChoice } from './OrganisationChoice'
import type { SheetProps } from './StaffBar'
import { useSheetForm } from './useSheetForm'

/** Who helps, how far they are, and asking another one. */
export function AskHelpSheet({
  onRelease,
  ...props
}: SheetProps & { onRelease: (assistant: { id: string; name: string }) => void }) {
  const { id, version, situation, organisation } = props.view
  const { assistants } = situation
  const empty: { target?: Candidate } = {}
  const { draft, change, busy, refused, send } = useSheetForm('appeal.assist', props, {
    empty,
    limit: limits.note,
    done: '请他们协办了，还是您负责',
  })
  const { target } = draft
  return (
    <Sheet
      open
      tall
      title="协办"
      onClose={props.onClose}
      foot={
        <SheetFoot refused={refused} reason={target ? undefined : '选一个单位，才能请'}>
          {target ? (
            <Button
              text={`请${target.name}协办`}
              busy={busy}
              onTap={() =>
                send(() => ({ id, version, help: 'ask', organisationId: target.id, words: draft.words }))
              }
            />
          ) : (
            <Button look="locked" text="请协办" onTap={props.onClose} />
          )}
        </SheetFoot>
      }
    >
      {assistants.length > 0 && (
        <Card flush>
          {assistants.map(({ id, name, why, state }) => (
            <Row
              key={id}
              icon={state === 'finished' ? 'circle-check' : 'handshake'}
              title={name}
              meta={assistantWords({ why, state })}
              {...(why === 'asked' &&
                state === 'open' && { link: '不等了', onTap: () => onRelease({ id, name }) })}
            />
          ))}
        </Card>
      )}
      <View className="sheet-part">
        <View className="meta sheet-caption">请谁搭把手（还是您负责，他们办完才能解单）</View>
        <OrganisationChoice
          searching
          candidates={[]}
          chosen={target}
          onChoose={({ id, name, words }) => change({ target: { id, name, words } })}
          except={organisation.id}
        />
      </View>
      <View className="sheet-part">
        <TextArea
          inSheet
          short
          value={draft.words}
          onChange={(words) => change({ words })}
          limit={limits.note}
          label="请他们做什么"
          caption="请他们做什么"
          placeholder="比如：请核一下平台有没有给他上保险"
        />
      </View>
    </Sheet>
  )
}

/** How an assistant stands: asked and not done yet, done, or left behind when it went up. */
export function assistantWords({
  why,
  state,
}: {
  why: 'asked' | 'escalated'
  state: 'open' | 'finished'
}): string {
  if (state === 'finished') return '协办的办完了'
  return why === 'asked' ? '请来协办，还没办完' : '升级前的单位，在协助'
}
