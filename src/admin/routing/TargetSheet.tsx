import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { departmentNames } from '../../../domain/appeal/departments'
import { levelNames, type Rule, type Target } from '../../../domain/appeal/routing'
import { committeeNames } from '../../../domain/place/organisation'
import { targetWords } from '../../../domain/routing/words'
import { Button } from '../../ui/Button'
import { Chips } from '../../ui/Chip'
import { Sheet } from '../../ui/Sheet'
import { OrganisationChoice } from '../../work/detail/OrganisationChoice'

interface Props {
  rule: Rule
  nameOf: (id: string) => string | undefined
  onChange: (part: Partial<Rule>, names?: Record<string, string>) => void
  onClose: () => void
}

const optionsOf = <T extends string>(names: Record<T, string>) =>
  (Object.keys(names) as T[]).map((name) => ({ name, text: names[name] }))

const bodies = optionsOf<Target['body']>({
  community: '所在社区',
  street: '所在街道',
  district: '所在区县',
  tradeCommittee: '行业党委',
  newSectorCommittee: '两新工委',
  department: '部门',
  organisation: '指定一个单位',
})
const { district, city, street } = levelNames
const trades = [{ name: 'ownTrade' as const, text: '本人行业的' }, ...optionsOf(committeeNames)]

const fresh: Record<Target['body'], Target> = {
  community: { body: 'community' },
  street: { body: 'street' },
  district: { body: 'district' },
  tradeCommittee: { body: 'tradeCommittee', trade: 'ownTrade', level: 'district' },
  newSectorCommittee: { body: 'newSectorCommittee', level: 'district' },
  department: { body: 'department', department: 'humanResources', level: 'district' },
  organisation: { body: 'organisation', id: '' },
}

/** 派给谁: a kind of body, then which one of it. */
export function TargetSheet({ rule: { to }, nameOf, onChange, onClose }: Props) {
  const choose = (target: Target, names?: Record<string, string>) => onChange({ to: target }, names)
  const named = to.body === 'organisation' && to.id !== '' ? nameOf(to.id) : undefined
  return (
    <Sheet
      open
      tall
      title="派给谁"
      onClose={onClose}
      foot={
        <Button
          text={to.body === 'organisation' && !named ? '先选一个单位' : `派给${targetWords(to, nameOf)}`}
          look={to.body === 'organisation' && !named ? 'locked' : 'main'}
          onTap={onClose}
        />
      }
    >
      <Part caption="哪种单位">
        <Chips
          wrap
          look="answer"
          label="哪种单位"
          options={bodies}
          chosen={to.body}
          onChoose={(body) => body !== to.body && choose(fresh[body])}
        />
      </Part>
      {to.body === 'tradeCommittee' && (
        <Part caption="哪个行业">
          <Chips
            wrap
            look="answer"
            label="哪个行业"
            options={trades}
            chosen={to.trade}
            onChoose={(trade) => choose({ ...to, trade })}
          />
        </Part>
      )}
      {to.body === 'department' && (
        <Part caption="哪个部门">
          <Chips
            wrap
            look="answer"
            label="哪个部门"
            options={optionsOf(departmentNames)}
            chosen={to.department}
            onChoose={(department) => choose({ ...to, department })}
          />
        </Part>
      )}
      {(to.body === 'tradeCommittee' || to.body === 'newSectorCommittee') && (
        <Part caption="哪一级">
          <Chips
            wrap
            look="answer"
            label="哪一级"
            options={optionsOf({ district, city })}
            chosen={to.level}
            onChoose={(level) => choose({ ...to, level })}
          />
        </Part>
      )}
      {to.body === 'department' && (
        <Part caption="哪一级">
          <Chips
            wrap
            look="answer"
            label="哪一级"
            options={optionsOf({ street, district, city })}
            chosen={to.level}
            onChoose={(level) => choose({ ...to, level })}
          />
        </Part>
      )}
      {to.body === 'organisation' && (
        <View className="routing-part">
          <OrganisationChoice
            searching={!named}
            candidates={[]}
            chosen={named ? { id: to.id, name: named, words: '不管事在哪儿，都派给它' } : undefined}
            onChoose={({ id, name }) => choose({ body: 'organisation', id }, { [id]: name })}
            except=""
          />
        </View>
      )}
      <View className="hint routing-part">没有这个单位，或者关了，就往上一级找，最后是两新工委。</View>
    </Sheet>
  )
}

function Part({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <View className="routing-part">
      <View className="meta">{caption}</View>
      <View className="routing-chips">{children}</View>
    </View>
  )
}
