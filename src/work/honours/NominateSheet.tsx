import { View } from '@tarojs/components'
import type { Output } from '../../../domain/contract'
import { type HonourKind, honourKindNames, honourKinds, honourLimits } from '../../../domain/honour/kinds'
import { SheetFoot } from '../../appeal/SheetFoot'
import { useKeptForm } from '../../appeal/useKeptForm'
import type { Refused } from '../../call/refused'
import { usePages } from '../../call/usePages'
import { Button } from '../../ui/Button'
import { Chips } from '../../ui/Chip'
import { Choice } from '../../ui/Choice'
import { Sheet } from '../../ui/Sheet'
import { Empty, LoadingCard } from '../../ui/States'
import { TextArea } from '../../ui/TextArea'
import './NominateSheet.scss'

interface Props {
  hat: string
  onClose: () => void
  onDone: (said: string) => void
  onRefused: (refused: Refused) => void
}
type Candidate = Output<'honour.candidates'>['rows'][number]

interface Filled {
  kind: HonourKind
  chosen: Candidate | null
  words: string
}
const empty: Filled = { kind: 'finestRider', chosen: null, words: '' }

const kinds = honourKindNames.map((name) => ({ name, text: honourKinds[name].name }))

/** 提名: what as, who of those that did the most this year, and why. */
export function NominateSheet({ hat, onClose, onDone, onRefused }: Props) {
  const form = useKeptForm({
    name: `honour.nominate ${hat}`,
    hat,
    empty,
    onMoved: (refused) => {
      onClose()
      onRefused(refused)
    },
  })
  const { draft, change, busy } = form
  const { kind, chosen, words } = draft
  const pages = usePages('honour.candidates', { kind }, hat)
  const reason = words.trim()
  const nominate = async () => {
    if (!chosen) return
    const { personId } = chosen
    const done = await form.send('honour.nominate', () => ({ kind, personId, reason }))
    if (done) onDone('提名了，等另一位书记或街道复核')
  }
  const { rows, refused } = pages
  return (
    <Sheet
      open
      tall
      title="提名一位"
      onClose={onClose}
      foot={
        <SheetFoot refused={form.refused}>
          <Button
            look={chosen && reason ? 'main' : 'locked'}
            text={chosen ? `提名${chosen.name}` : '先选一位'}
            busy={busy}
            onTap={nominate}
          />
        </SheetFoot>
      }
    >
      <View className="nominate">
        <View className="nominate-kinds">
          <Chips
            look="answer"
            wrap
            options={kinds}
            chosen={kind}
            onChoose={(kind) => change({ kind, chosen: null })}
            label="提名什么"
          />
        </View>
        <View className="meta">
          {honourKinds[kind].what}。
          {honourKinds[kind].by === 'solved' ? '按今年发现并办成的件数排。' : '按今年的积分排。'}
        </View>
        {!rows && !refused && <LoadingCard rows={3} />}
        {refused && <View className="meta">{refused.message}</View>}
        {rows?.length === 0 && (
          <Empty title="今年还没有人上榜" words="任务验收了、随手拍办成了，名单就在这里。" />
        )}
        {!chosen && (
          <View>
            {rows?.map((row) => (
              <Choice
                key={row.personId}
                title={row.name}
                words={factWords(row)}
                chosen={false}
                onChoose={() => change({ chosen: row })}
              />
            ))}
          </View>
        )}
        {chosen && (
          <>
            <Choice
              title={chosen.name}
              words={factWords(chosen)}
              chosen
              onChoose={() => change({ chosen: null })}
            />
            <TextArea
              short
              inSheet
              label="为什么"
              caption="为什么是他，大家看得到"
              value={words}
              onChange={(words) => change({ words })}
              placeholder="比如：一个月发现五处消防通道被堵，都盯到办完"
              limit={honourLimits.reason}
            />
            <Button look="text" text="换一位" onTap={() => change({ chosen: null })} />
          </>
        )}
        {!chosen && pages.later.next !== undefined && (
          <Button look="text" text="再看几位" busy={pages.later.loading} onTap={pages.loadMore} />
        )}
      </View>
    </Sheet>
  )
}

const factWords = ({ points, solved }: Pick<Candidate, 'points' | 'solved'>): string =>
  `今年 ${points} 分 · 发现并办成 ${solved} 件`
