import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { HatView } from '../../../domain/contract'
import { mayAppoint } from '../../../domain/people/appointing'
import { peopleLimits } from '../../../domain/people/limits'
import { type Role, roleNames } from '../../../domain/people/roles'
import { SheetFoot } from '../../appeal/SheetFoot'
import { useKeptForm } from '../../appeal/useKeptForm'
import { Button } from '../../ui/Button'
import { Chips } from '../../ui/Chip'
import { Field } from '../../ui/Field'
import { Sheet } from '../../ui/Sheet'
import { type Candidate, OrganisationChoice } from '../../work/detail/OrganisationChoice'
import './index.scss'

const month = 30 * 24 * 3_600_000
const terms = [
  { name: 'open', text: '长期', length: undefined },
  { name: 'quarter', text: '3 个月', length: 3 * month },
  { name: 'year', text: '1 年', length: 12 * month },
] as const
type Term = (typeof terms)[number]['name']

interface Filled {
  role?: Role | undefined
  title: string
  term: Term
  /** Undefined: the hat's own. */
  target?: Candidate | undefined
  /** The end of the term, once it is sent: trying again a minute later is still the same invitation. */
  until?: number | undefined
}
const empty: Filled = { title: '', term: 'open' }

/** 邀请: as what, where, for how long; then a link and a code to send. */
export function InviteSheet({ hat, onClose }: { hat: HatView; onClose: () => void }) {
  const offered = (Object.keys(roleNames) as Role[]).filter((role) => mayAppoint(hat.role, role))
  const own: Candidate = { id: hat.organisation.id, name: hat.organisation.name, words: '您的单位' }
  const form = useKeptForm({ name: `invitation.create ${hat.id}`, hat: hat.id, empty })
  const { draft, busy, refused } = form
  const { role, title, term, target = own } = draft
  const change = (part: Partial<Filled>) => form.change({ ...part, until: undefined })

  const invite = async (as: Role) => {
    const length = terms.find(({ name }) => name === term)?.length
    const until = length === undefined ? undefined : (draft.until ?? Date.now() + length)
    if (draft.until !== until) form.change({ until })
    const answer = await form.send('invitation.create', () => ({
      organisationId: target.id,
      role: as,
      title,
      ...(until !== undefined && { until }),
    }))
    if (!answer) return
    onClose()
    Taro.navigateTo({ url: `/admin/invitation/index?token=${answer.token}` })
  }
  return (
    <Sheet
      open
      tall
      title="邀请一位"
      onClose={onClose}
      foot={
        <SheetFoot refused={refused} reason={role ? undefined : '先选请他当什么'}>
          {role ? (
            <Button text="做一个邀请" busy={busy} onTap={() => invite(role)} />
          ) : (
            <Button look="locked" text="做一个邀请" onTap={onClose} />
          )}
        </SheetFoot>
      }
    >
      <View className="meta">请他当什么</View>
      <View className="invite-chips">
        <Chips
          wrap
          look="answer"
          label="请他当什么"
          options={offered.map((name) => ({ name, text: roleNames[name] }))}
          chosen={role}
          onChoose={(role) => change({ role })}
        />
      </View>
      <View className="sheet-part">
        <Field
          caption="岗位（不写也行，别人看到的是它）"
          value={title}
          onChange={(title) => change({ title })}
          placeholder="比如 2 号网格"
          limit={peopleLimits.title}
        />
      </View>
      <View className="sheet-part">
        <View className="meta">到什么时候</View>
        <View className="invite-chips">
          <Chips
            wrap
            look="answer"
            label="到什么时候"
            options={terms}
            chosen={term}
            onChoose={(term) => change({ term })}
          />
        </View>
      </View>
      {hat.role === 'administrator' && (
        <View className="sheet-part">
          <View className="meta sheet-caption">在哪个单位</View>
          <OrganisationChoice
            candidates={[own]}
            chosen={target}
            onChoose={(target) => change({ target })}
            except=""
          />
        </View>
      )}
    </Sheet>
  )
}
