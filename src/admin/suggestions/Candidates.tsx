import { useState } from 'react'
import { type Category, categoryNames } from '../../../domain/appeal/categories'
import { isRefused, useStep } from '../../appeal/useStep'
import { moment } from '../../appeal/words'
import { RefusalSheet } from '../../call/RefusalSheet'
import type { Refused } from '../../call/refused'
import { Unread } from '../../call/Unread'
import type { Pages } from '../../call/usePages'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import { Empty, LoadingCard } from '../../ui/States'
import { toast } from '../../ui/toast'
import type { Added } from './RemoveSheet'

interface Props {
  pages: Pages<'suggestion.candidates'>
  added: readonly Added[]
  hat: string
  onLearnt: () => void
}

/** Appeals that somebody had to give another category: each teaches the suggestions with one tap. */
export function Candidates({ pages: { rows, refused, seen, reload }, added, hat, onLearnt }: Props) {
  const [failed, setFailed] = useState<Refused>()
  const { take } = useStep(hat)
  const learnt = (text: string) => added.some((each) => each.text === text)
  const now = Date.now()

  const learn = async (category: Category, text: string) => {
    const answer = await take('suggestion.add', { category, text })
    if (isRefused(answer)) return setFailed(answer)
    if (!answer) return
    toast('学会了')
    onLearnt()
  }
  return (
    <>
      {refused && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
      {!rows && !refused && <LoadingCard rows={2} />}
      {rows?.length === 0 && (
        <Card>
          <Empty title="没有改过的" words="派单时改了类别的诉求会列在这里，保密的不列。" />
        </Card>
      )}
      {rows && rows.length > 0 && (
        <Card flush>
          {rows.map(({ id, text, from, category, at }) => {
            const known = learnt(text)
            const meta = `${categoryNames[from]} → ${categoryNames[category]} · ${known ? '学过了' : moment(at, now)}`
            if (known || text === '') return <Row key={id} title={text || '没写字，只有照片'} meta={meta} />
            return (
              <Row key={id} title={text} meta={meta} link="学这一句" onTap={() => learn(category, text)} />
            )
          })}
        </Card>
      )}
      <RefusalSheet refused={failed} onClose={() => setFailed(undefined)} />
    </>
  )
}
