import type { Output } from '../../../domain/contract'
import { moment } from '../../appeal/words'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Row } from '../../ui/Row'

/** What shifts left for the next, newest first. */
export function Notes({ notes, now }: Pick<Output<'duty.rota'>, 'notes'> & { now: number }) {
  if (notes.length === 0) return null
  return (
    <>
      <Heading text="交班留话" />
      <Card flush>
        {notes.map(({ id, name, words, at }) => (
          <Row key={id} title={words} meta={`${name} · ${moment(at, now)}`} />
        ))}
      </Card>
    </>
  )
}
