import { View } from '@tarojs/components'
import { limits } from '../../../domain/appeal/limits'
import { SheetFoot } from '../../appeal/SheetFoot'
import { useStepForm } from '../../appeal/useStepForm'
import { moment } from '../../appeal/words'
import { useRead } from '../../call/useRead'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import './DispatchSheet.scss'
import { type Candidate, OrganisationChoice } from './OrganisationChoice'
import type { SheetProps } from './StaffBar'

/** 派单: to whom and why; what the last return proposed comes first. */
export function DispatchSheet({ view, hat, now, onClose, onDone, onRefused }: SheetProps & { now: number }) {
  const { id, version, organisation, placeName, placeLocation, resolveBy } = view
  const candidates = useCandidates(view)
  const empty: { target?: Candidate } = {}
  const { draft, change, busy, refused, send } = useStepForm({
    action: 'appeal.dispatch',
    id,
    hat,
    empty,
    limit: limits.reason,
    onDone: () => onDone('派出去了'),
    onMoved: (refused) => {
      onClose()
      onRefused(refused)
    },
  })
  const target = draft.target ?? candidates[0]
  return (
    <Sheet
      open
      tall
      title="派给谁"
      onClose={onClose}
      foot={
        <SheetFoot refused={refused} reason={target ? undefined : '选一个单位，才能派单'}>
          {target ? (
            <Button
              text={`派给${target.name}`}
              busy={busy}
              onTap={() => send(() => ({ id, version, organisationId: target.id, words: draft.words }))}
            />
          ) : (
            <Button look="locked" text="派单" onTap={onClose} />
          )}
        </SheetFoot>
      }
    >
      <OrganisationChoice
        key={`${placeName} ${placeLocation} ${candidates.length === 0}`}
        searching={candidates.length === 0}
        candidates={candidates}
        chosen={target}
        onChoose={({ id, name, words }) => change({ target: { id, name, words } })}
        except={organisation.id}
      />
      <View className="dispatch-clocks">
        <Icon name="clock" size={20} />
        <View>
          接单时间从派单起重新算
          {resolveBy !== undefined && `；${moment(resolveBy, now)} 前办完，不变`}
        </View>
      </View>
      <View className="sheet-part">
        <TextArea
          inSheet
          short
          value={draft.words}
          onChange={(words) => change({ words })}
          limit={limits.reason}
          label="派单原因"
          caption="派单原因（本人看得到）"
          placeholder="比如：进小区的事归社区，先跟物业核实"
        />
      </View>
    </Sheet>
  )
}

/** What the last return proposed, then the place that the person named. */
function useCandidates({
  proposed,
  placeName,
  placeLocation,
  organisation,
  timeline,
}: SheetProps['view']): Candidate[] {
  const { data } = useRead('place.search', { text: placeName.slice(0, 30), among: 'organisations' })
  const place = data?.places.find(({ name, location }) => name === placeName && location === placeLocation)
  const returned = timeline.find(({ action }) => action === 'return')
  const found: Candidate[] = []
  if (proposed)
    found.push({
      ...proposed,
      words: returned ? `${returned.actor}退单时说：${returned.words}` : '',
      badge: <Badge text="退单时建议" icon="undo-2" tone="outlined" />,
    })
  if (place)
    found.push({
      id: place.id,
      name: place.name,
      words: `${place.location}，本人选的位置就在这里`,
    })
  return found.filter(
    ({ id }, index) => id !== organisation.id && found.findIndex((each) => each.id === id) === index,
  )
}
