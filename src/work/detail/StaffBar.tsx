import { useState } from 'react'
import { transitions } from '../../../domain/appeal/states'
import type { AppealView, HatView } from '../../../domain/contract'
import { isRefused, useStep } from '../../appeal/useStep'
import { date } from '../../appeal/words'
import type { Refused } from '../../call/refused'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { type Bar, barOf, faces, helpOf, type StaffAction } from './bar'
import { MoreSheet } from './MoreSheet'
import { handsOver, StepSheet, type WithSheet } from './StepSheet'
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

export interface SheetProps extends Pick<Props, 'view' | 'hat' | 'now' | 'onRefused'> {
  onClose: () => void
  onDone: (sentence: string) => void
}

/** Tools that stand in a row; when there are more, the last place opens the others. */
const inRow = 4

/** What can be done now, asked of the table: the same that the function asks. */
export function StaffBar({ view, hat, now, onDone, onHandedOver, onRefused }: Props) {
  const [sheet, setSheet] = useState<WithSheet | 'more'>()
  const { busy, take } = useStep(hat?.id)
  const { id, version, state } = view
  if (view.relations.includes('own'))
    return <ActionBar consequence="这是您自己说的事，由同事来办" consequenceIcon="info" />

  const bar = barOf(view, hat, now)
  const { main, tools, locked } = bar
  const consequence = consequenceOf(view, bar)
  if (!main && tools.length === 0 && locked.length === 0 && !consequence) return null

  const tap = (action: 'accept' | 'resume', sentence: string) => {
    const attempt = async () => {
      const done = await take(`appeal.${action}`, { id, version })
      if (isRefused(done)) onRefused(done, attempt)
      else if (done) onDone(sentence)
    }
    return attempt()
  }
  const begin = (action: StaffAction) => {
    if (action === 'accept') return tap('accept', '您接了，您负责到底')
    if (action === 'resume') return tap('resume', '恢复了，接着办')
    setSheet(action)
  }
  const close = () => setSheet(undefined)

  // What would be the main thing but can't be done stands beside it with its reason; the rest is behind 更多.
  const shut = locked.find(({ action }) => isPressing(action, view))
  const hidden = locked.filter((each) => each !== shut)
  const [only] = tools
  const beside = main !== 'resolve' && !shut && hidden.length === 0 && tools.length === 1 ? only : undefined
  const whole = tools.length + (hidden.length > 0 ? 1 : 0) <= inRow
  const row = beside ? [] : whole ? tools : tools.slice(0, inRow - 1)
  const more = !beside && (hidden.length > 0 || row.length < tools.length)
  return (
    <>
      <ActionBar
        {...(shut && { reason: shut.words })}
        {...((shut ?? (main && beside)) && { secondary: secondary() })}
        {...(!main && beside && { main: secondary() })}
        {...(main && {
          main: (
            <Button
              text={mainText(main)}
              look={main === 'dispatch' && state === 'dispatched' ? 'secondary' : 'main'}
              busy={busy}
              onTap={() => begin(main)}
            />
          ),
        })}
        {...(consequence && { consequence })}
      >
        {(row.length > 0 || more) && (
          <Tools
            tools={[
              ...row.map((action) => ({
                name: action,
                text: transitions[action].name,
                icon: faces[action].icon,
              })),
              ...(more ? [{ name: 'more' as const, text: '更多', icon: 'ellipsis' as const }] : []),
            ]}
            onChoose={(name) => (name === 'more' ? setSheet('more') : begin(name))}
          />
        )}
      </ActionBar>
      {sheet === 'more' && (
        <MoreSheet
          actions={tools.filter((action) => !row.includes(action))}
          locked={hidden}
          onClose={close}
          onChoose={begin}
        />
      )}
      {sheet && sheet !== 'more' && (
        <StepSheet
          action={sheet}
          view={view}
          hat={hat}
          now={now}
          onClose={close}
          onRefused={onRefused}
          onDone={(sentence) => {
            close()
            if (handsOver(sheet)) onHandedOver(sentence)
            else onDone(sentence)
          }}
        />
      )}
    </>
  )

  function secondary() {
    if (beside) return <Button look="secondary" text={transitions[beside].name} onTap={() => begin(beside)} />
    return shut && <Button look="locked" text={transitions[shut.action].name} onTap={close} />
  }

  function mainText(action: StaffAction): string {
    if (action === 'resume') return '恢复，接着办'
    if (action !== 'assist') return transitions[action].name
    return helpOf(view, hat) === 'asks' ? '看协办' : '说说协办'
  }

  function consequenceOf({ organisation, responsible, suspendedUntil, parent }: AppealView, { main }: Bar) {
    if (main === 'accept')
      return tools.includes('return') ? '谁先接，谁负责到底。退单要写原因和建议单位' : '谁先接，谁负责到底'
    if (main === 'resolve') return '解单以后请本人说满不满意，说了才销号'
    if (main === 'dispatch') return state === 'dispatched' ? '还没人接，可以改派' : ''
    if (main === 'followUp') return '问过本人，替本人点一下；没联系上也记一笔'
    if (main === 'assist' && helpOf(view, hat) === 'helps')
      return `办完了说一声，${organisation.name}才好解单`
    if (state === 'suspended' && suspendedUntil !== undefined)
      return `等到${date(suspendedUntil, now)}，到了自己恢复`
    if (state === 'accepted' && !view.relations.includes('responsible'))
      return `${organisation.name} · ${responsible ?? '同事'}接了，由接的人办到底`
    if (state === 'resolved') return '已经请本人说满不满意，等一句话'
    if (state === 'merged') return `跟着 ${parent?.number ?? '另一件'} 一起办，它办完一起销号`
    return ''
  }
}

/** Whoever looks came for this: that it can't be done now is said at once. */
function isPressing(action: StaffAction, { state }: AppealView): boolean {
  return action === 'resolve' || action === 'followUp' || (action === 'return' && state === 'dispatched')
}
