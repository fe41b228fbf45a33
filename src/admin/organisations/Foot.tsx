import Taro from '@tarojs/taro'
import type { OrganisationKind } from '../../../domain/people/roles'
import { kindsBelow } from '../../../domain/place/placement'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'

interface Props {
  /** What is chosen; undefined: nothing is being chosen. */
  chosen: ReadonlySet<string> | undefined
  verb: string
  onBatch: () => void
  onUnchoose: () => void
  /** Where something can be founded; undefined among what was found. */
  here: { id: string; kind: OrganisationKind } | undefined
  onCreate: () => void
}

/** What can be done with the list: found another, tables; or with those that are chosen. */
export function Foot({ chosen, verb, onBatch, onUnchoose, here, onCreate }: Props) {
  if (chosen)
    return (
      <ActionBar
        secondary={<Button look="secondary" text="不选了" onTap={onUnchoose} />}
        main={
          <Button
            look={chosen.size > 0 ? 'main' : 'locked'}
            text={chosen.size > 0 ? `${verb} ${chosen.size} 个` : '先点几个'}
            onTap={onBatch}
          />
        }
      />
    )
  if (!here) return null
  return (
    <ActionBar
      secondary={
        <Button
          look="secondary"
          text="导入导出"
          onTap={() => Taro.navigateTo({ url: `/admin/transfer/index?id=${here.id}` })}
        />
      }
      main={kindsBelow(here.kind).length > 0 && <Button icon="plus" text="新建单位" onTap={onCreate} />}
    />
  )
}
