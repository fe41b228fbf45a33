import { categoryNames } from '../../../domain/appeal/categories'
import { moment } from '../../appeal/words'
import { Unread } from '../../call/Unread'
import type { Pages } from '../../call/usePages'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import { Empty, LoadingCard } from '../../ui/States'
import type { Draft } from './LearnSheet'
import type { Added } from './RemoveSheet'

interface Props {
  pages: Pages<'suggestion.candidates'>
  added: readonly Added[]
  onLearn: (draft: Draft) => void
}

/** Appeals that somebody had to give another category: each could teach the suggestions something. */
export function Candidates({ pages: { rows, refused, seen, reload }, added, onLearn }: Props) {
  const learnt = (text: string) => added.some((each) => each.text === text)
  const now = Date.now()
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
          {rows.map(({ id, text, from, category, at }) => (
            <Row
              key={id}
              title={text}
              meta={`${categoryNames[from]} → ${categoryNames[category]} · ${moment(at, now)}`}
              {...(learnt(text)
                ? { link: '学过了' }
                : { link: '学这一句', onTap: () => onLearn({ text, category }) })}
            />
          ))}
        </Card>
      )}
    </>
  )
}
