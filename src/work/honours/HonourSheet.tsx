import { View } from '@tarojs/components'
import { honourSteps } from '../../../domain/honour/honour'
import { honourKinds, honourLimits } from '../../../domain/honour/kinds'
import { SheetFoot } from '../../appeal/SheetFoot'
import { useKeptForm } from '../../appeal/useKeptForm'
import { date, moment } from '../../appeal/words'
import type { Refused } from '../../call/refused'
import { Button } from '../../ui/Button'
import { Reason } from '../../ui/Reason'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { Timeline } from '../../ui/Timeline'
import './HonourSheet.scss'
import type { Nomination } from './index'

interface Props {
  honour: Nomination
  now: number
  hat: string
  onClose: () => void
  onDone: (said: string) => void
  onRefused: (refused: Refused) => void
}

/** One nomination: why, what the ranking says, what people object; and the step that waits for the caller. */
export function HonourSheet({ honour, now, hat, onClose, onDone, onRefused }: Props) {
  const { id, kind, name, place, reason, facts, state, objections, log, locked, noticeEnds } = honour
  const { draft, change, busy, refused, send } = useKeptForm({
    // What is said in one state is not said in the next.
    name: `honour ${id} ${state}`,
    hat,
    empty: { words: '' },
    onMoved: (refused) => {
      onClose()
      onRefused(refused)
    },
  })
  const said = draft.words.trim()
  const finish = (done: object | undefined, sentence: string) => {
    if (done) onDone(sentence)
  }
  const decides = !locked && (state === 'proposed' || state === 'contested')
  const refuse = async () =>
    state === 'proposed'
      ? finish(await send('honour.refuse', () => ({ id, words: said })), '没通过，本人和提名的人收到消息了')
      : finish(await send('honour.decide', () => ({ id, awarded: false, words: said })), '没授予，都告诉到了')
  const agree = async () =>
    state === 'proposed'
      ? finish(await send('honour.sign', () => ({ id })), '开始公示了，五个工作日')
      : finish(await send('honour.decide', () => ({ id, awarded: true, words: said })), '授予了，都告诉到了')
  const foot = decides && (
    <SheetFoot refused={refused}>
      <Button
        look={state === 'contested' && said === '' ? 'locked' : 'main'}
        text={state === 'proposed' ? '同意，开始公示' : '看过了，授予'}
        busy={busy}
        onTap={agree}
      />
      <Button
        look={said === '' ? 'locked' : 'secondary'}
        text={state === 'proposed' ? '不同意' : '看过了，不授予'}
        busy={busy}
        onTap={refuse}
      />
    </SheetFoot>
  )
  return (
    <Sheet open tall title={`${name} · ${honourKinds[kind].name}`} onClose={onClose} {...(foot && { foot })}>
      <View className="honour-sheet">
        <View className="plain said">{reason}</View>
        <View className="meta">
          {place} · 今年 {facts.points} 分{facts.solved > 0 && `，发现并办成 ${facts.solved} 件`}
          {state === 'notice' && ` · 公示到 ${date(noticeEnds, now)}`}
        </View>
        {objections.map((each, index) => (
          <Reason key={index} title={`有人说 · ${moment(each.at, now)}`} icon="message-circle-more">
            {each.words}
          </Reason>
        ))}
        {locked && <View className="meta">{locked}</View>}
        {decides && (
          <TextArea
            short
            inSheet
            label="说明"
            caption={state === 'proposed' ? '不同意要写一句，本人看得到' : '怎么核对的，本人看得到'}
            value={draft.words}
            onChange={(words) => change({ words })}
            placeholder={state === 'proposed' ? '比如：满一年再评' : '比如：三处都核对过，是他报的'}
            limit={honourLimits.words}
          />
        )}
        <Timeline
          past={state === 'awarded' || state === 'refused' || state === 'declined'}
          steps={[...log].reverse().map(({ action, who, at, words: why }, index) => ({
            key: index,
            title: honourSteps[action].name,
            time: moment(at, now),
            meta: action === 'nominate' || !why ? who : `${who}：${why}`,
          }))}
        />
      </View>
    </Sheet>
  )
}
