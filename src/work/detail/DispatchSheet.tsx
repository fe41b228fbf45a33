import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Category, categories, categoryNames } from '../../../domain/appeal/categories'
import { limits } from '../../../domain/appeal/limits'
import { SheetFoot } from '../../appeal/SheetFoot'
import { moment } from '../../appeal/words'
import { useRead } from '../../call/useRead'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chip'
import { Icon } from '../../ui/Icon'
import { Row } from '../../ui/Row'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { Toggle } from '../../ui/Toggle'
import './DispatchSheet.scss'
import { type Candidate, OrganisationChoice } from './OrganisationChoice'
import type { SheetProps } from './StaffBar'
import { useSheetForm } from './useSheetForm'

const options = categories.map((name) => ({ name, text: categoryNames[name] }))

/** 派单: to whom and why; what the last return proposed comes first. */
export function DispatchSheet(props: SheetProps) {
  const { view, hat, now, onClose } = props
  const { id, version, organisation, placeName, placeLocation, resolveBy } = view
  const [correcting, setCorrecting] = useState(false)
  const candidates = useCandidates(view)
  const empty: { target?: Candidate; category?: Category; hard: boolean } = { hard: false }
  const { draft, change, busy, refused, send } = useSheetForm('appeal.dispatch', props, {
    empty,
    limit: limits.reason,
    done: '派出去了',
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
              onTap={() =>
                send(() => ({
                  id,
                  version,
                  organisationId: target.id,
                  words: draft.words,
                  hard: draft.hard,
                  ...(draft.category && { category: draft.category }),
                }))
              }
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
          {draft.hard
            ? '；疑难，办结放宽到 15 个工作日'
            : resolveBy !== undefined && `；${moment(resolveBy, now)} 前办完，不变`}
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
      <View className="sheet-part sheet-chips">
        {correcting || draft.category ? (
          <>
            <View className="meta sheet-caption">该是哪一类</View>
            <Chips
              wrap
              look="answer"
              label="该是哪一类"
              options={options}
              chosen={draft.category ?? view.category}
              onChoose={(category) => change({ category })}
            />
          </>
        ) : (
          <Card flush>
            <Row
              title={categoryNames[view.category]}
              meta="类别不对？派的时候一起改"
              link="改"
              onTap={() => setCorrecting(true)}
            />
          </Card>
        )}
      </View>
      {hat?.role === 'supervisor' && view.urgency !== 'hard' && (
        <View className="sheet-part">
          <Toggle
            icon="hourglass"
            title="疑难"
            words="专员才能定：15 个工作日办完"
            on={draft.hard}
            onChange={(hard) => change({ hard })}
          />
        </View>
      )}
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
