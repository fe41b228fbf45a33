import Taro from '@tarojs/taro'
import type { OrganisationRow } from '../../../domain/contract'
import { organisationKinds } from '../../../domain/people/roles'
import { kindNames } from '../../../domain/place/placement'
import { Badge } from '../../ui/Badge'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'

interface Props {
  rows: readonly OrganisationRow[]
  /** Says where each lies: found ones come from everywhere. */
  located: boolean
  /** Of those that are being chosen; undefined: none are. */
  chosen: ReadonlySet<string> | undefined
  onToggle: (id: string) => void
  onDown: (row: OrganisationRow) => void
}

export const openOrganisation = (id: string) => Taro.navigateTo({ url: `/admin/organisation/index?id=${id}` })

// Places first, then the bodies beside them.
function byKind(rows: readonly OrganisationRow[]): OrganisationRow[] {
  const rank = ({ kind }: OrganisationRow) => organisationKinds.indexOf(kind)
  return [...rows].sort((a, b) => rank(a) - rank(b))
}

/** A row an organisation: those with something below open the next level, the others their own page. */
export function OrganisationRows({ rows, located, chosen, onToggle, onDown }: Props) {
  return (
    <Card flush>
      {(located ? rows : byKind(rows)).map((row) => {
        const { id, name, kind, location, active, mergedInto, settling } = row
        const down = active && (kind === 'city' || kind === 'district' || kind === 'street')
        const badges = (
          <>
            {settling && <Badge text="调整没办完" icon="hourglass" tone="wash" />}
            {!active && !mergedInto && <Badge text="已关" icon="ban" tone="outlined" />}
            {mergedInto && <Badge text={`已并入${mergedInto.name}`} icon="merge" tone="outlined" />}
          </>
        )
        return (
          <Row
            key={id}
            title={name}
            meta={located ? `${kindNames[kind]} · ${location}` : kindNames[kind]}
            {...((settling || !active) && { badges })}
            {...(chosen && { icon: chosen.has(id) ? ('circle-check' as const) : ('circle-dashed' as const) })}
            quiet={chosen !== undefined}
            onTap={() => (chosen ? onToggle(id) : down ? onDown(row) : openOrganisation(id))}
          />
        )
      })}
    </Card>
  )
}
