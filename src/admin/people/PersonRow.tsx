import { postName, roleNames } from '../../../domain/people/roles'
import { date } from '../../appeal/words'
import type { RowOf } from '../../call/usePages'
import { Row } from '../../ui/Row'

interface Props {
  row: RowOf<'appointment.list'>
  /** Among those to be ended; undefined: nobody is being chosen. */
  chosen: boolean | undefined
  mayEnd: boolean
  onTap: () => void
}

/** One appointment: who, as what, where, until when. */
export function PersonRow({ row, chosen, mayEnd, onTap }: Props) {
  const { nickname, role, title, organisation, until } = row
  const name = nickname ?? title ?? roleNames[role]
  return (
    <Row
      icon={chosen ? 'circle-check' : 'user-round'}
      title={name}
      meta={`${organisation.name} · ${postName(role, title)}${until === undefined ? '' : ` · 到${date(until, Date.now())}`}`}
      {...(mayEnd && { onTap, link: chosen === undefined ? '管' : chosen ? '选了' : '选' })}
    />
  )
}
