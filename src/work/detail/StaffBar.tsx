import { useState } from 'react'
import { type Carried, mustKeep, possibleActions } from '../../../domain/appeal/possible'
import { transitions } from '../../../domain/appeal/states'
import type { AppealView, HatView } from '../../../domain/contract'
import { isRefused, useStep } from '../../appeal/useStep'
import type { Refused } from '../../call/refused'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import type { IconName } from '../../ui/Icon'
import { AnswerReliefSheet } from './AnswerReliefSheet'
import { DecideReliefSheet } from './DecideReliefSheet'
import { DispatchSheet } from './DispatchSheet'
import { NoteSheet } from './NoteSheet'
import { ResolveSheet } from './ResolveSheet'
import { ReturnSheet } from './ReturnSheet'
import { Tools } from './Tools'

interface Props {
  view: AppealView
  hat: HatView | undefined
  now: number
  /** The function has it; the sentence says what follows. */
  onDone: (sentence: string) => void
  /** The same, and it is no longer with this organisation. */
  onHandedOver: (sentence: string) => void
  onRefused: (refused: Refused, again?: () => void) => void
}

export interface SheetProps extends Pick<Props, 'view' | 'onRefused'> {
  hat: string | undefined
  onClose: () => void
  onDone: (sentence: string) => void
}

type WithSheet = Extract<
  Carried,
  'dispatch' | 'return' | 'note' | 'resolve' | 'decideRelief' | 'answerRelief'
>
type Staff = WithSheet | 'accept'

/** What a handler may be offered, the main one first. */
const staffActions = [
  'accept',
  'decideRelief',
  'answerRelief',
  'resolve',
  'dispatch',
  'note',
  'return',
] as const satisfies readonly Staff[]
const icons: Record<Staff, IconName> = {
  accept: 'user-round-check',
  decideRelief: 'stamp',
  answerRelief: 'reply',
  resolve: 'circle-check',
  dispatch: 'send',
  note: 'message-square-plus',
  return: 'undo-2',
}

/** What can be done now, asked of the table: the same that the function asks. */
export function StaffBar({ view, hat, now, onDone, onHandedOver, onRefused }: Props) {
  const [sheet, setSheet] = useState<WithSheet>()
  const { busy, take } = useStep(hat?.id)
  const { id, version, state, relations, organisation } = view
  const { situation } = view
  const possible = possibleActions(situation, hat?.role, relations, now)
  const responsible = relations.includes('responsible')

  if (relations.includes('own'))
    return <ActionBar consequence="这是您自己说的事，由同事来办" consequenceIcon="info" />
  if (state === 'accepted' && !responsible)
    return (
      <ActionBar
        consequence={`${organisation.name} · ${view.responsible ?? '同事'}接了，由接的人办到底`}
        consequenceIcon="user-round-check"
      />
    )
  if (state === 'resolved')
    return <ActionBar consequence="已经请本人说满不满意，等一句话" consequenceIcon="clock" />

  const actions = staffActions.filter((action) => possible.includes(action))
  // A no of the committee or of the platform may be thought over; what comes next all the same is to resolve.
  const { decision, answer } = situation.reliefStanding ?? {}
  if (decision === 'refused' || answer === 'refused')
    actions.sort((a, b) => Number(b === 'resolve') - Number(a === 'resolve'))
  const [main, ...others] = actions
  if (!main) return null
  const kept = state === 'dispatched' && main === 'accept' ? mustKeep(situation) : undefined

  const accept = async () => {
    const done = await take('appeal.accept', { id, version })
    if (isRefused(done)) onRefused(done, accept)
    else if (done) onDone('您接了，您负责到底')
  }
  const begin = (action: Staff) => (action === 'accept' ? accept() : setSheet(action))
  const close = () => setSheet(undefined)
  const common = { view, hat: hat?.id, onClose: close, onRefused }
  const finish = (then: (sentence: string) => void) => (sentence: string) => {
    close()
    then(sentence)
  }
  const [only] = others
  const tools = others.length > 1 || main === 'resolve' ? others : []
  return (
    <>
      <ActionBar
        {...(kept && { reason: keptWords[kept] })}
        {...(tools.length === 0 && secondary())}
        main={
          <Button
            text={transitions[main].name}
            look={main === 'dispatch' && state === 'dispatched' ? 'secondary' : 'main'}
            busy={busy}
            onTap={() => begin(main)}
          />
        }
        {...(consequence(main) && { consequence: consequence(main) })}
      >
        {tools.length > 0 && (
          <Tools
            tools={tools.map((action) => ({
              name: action,
              text: transitions[action].name,
              icon: icons[action],
            }))}
            onChoose={begin}
          />
        )}
      </ActionBar>
      {sheet === 'note' && <NoteSheet {...common} onDone={finish(onDone)} />}
      {sheet === 'resolve' && <ResolveSheet {...common} onDone={finish(onDone)} />}
      {sheet === 'decideRelief' && (
        <DecideReliefSheet {...common} title={hat?.title ?? ''} onDone={finish(onDone)} />
      )}
      {sheet === 'answerRelief' && <AnswerReliefSheet {...common} onDone={finish(onDone)} />}
      {sheet === 'return' && <ReturnSheet {...common} onDone={finish(onHandedOver)} />}
      {sheet === 'dispatch' && <DispatchSheet {...common} now={now} onDone={finish(onHandedOver)} />}
    </>
  )

  function secondary() {
    if (only)
      return {
        secondary: <Button look="secondary" text={transitions[only].name} onTap={() => begin(only)} />,
      }
    return kept ? { secondary: <Button look="locked" text={transitions.return.name} onTap={close} /> } : {}
  }

  function consequence(action: Staff): string {
    if (action === 'accept') return kept ? '谁先接，谁负责到底' : '谁先接，谁负责到底。退单要写原因和建议单位'
    if (action === 'decideRelief') return '同意就开公函、自动编号；不同意写明原因'
    if (action === 'answerRelief') return '平台答复了就记下，没答复也能解单'
    if (action === 'resolve') return '解单以后请本人说满不满意，说了才销号'
    if (action === 'dispatch' && state === 'dispatched') return '还没人接，可以改派'
    return ''
  }
}

const keptWords = {
  RETURNED_TOO_OFTEN: '不能再退了，由兜底单位办到底',
  NOTHING_ABOVE: '上面没有可以退给的单位了',
} as const satisfies Record<NonNullable<ReturnType<typeof mustKeep>>, string>
