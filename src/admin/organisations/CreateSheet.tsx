import { View } from '@tarojs/components'
import type { OrganisationKind } from '../../../domain/people/roles'
import { placeLimits } from '../../../domain/place/limits'
import { kindNames, kindsBelow } from '../../../domain/place/placement'
import { SheetFoot } from '../../appeal/SheetFoot'
import { useKeptForm } from '../../appeal/useKeptForm'
import { Button } from '../../ui/Button'
import { Chips } from '../../ui/Chip'
import { Field } from '../../ui/Field'
import { Sheet } from '../../ui/Sheet'

interface Props {
  parent: { id: string; name: string; kind: OrganisationKind }
  hat: string
  onClose: () => void
  onDone: (id: string) => void
}

/** 新建: what it is called and what it is; everything else on its own page. */
export function CreateSheet({ parent, hat, onClose, onDone }: Props) {
  const kinds = kindsBelow(parent.kind)
  const { draft, change, busy, refused, send } = useKeptForm({
    name: `organisation.create ${parent.id}`,
    hat,
    empty: { name: '', kind: kinds[0] },
  })
  const { name, kind } = draft
  const create = async () => {
    if (!kind) return
    const answer = await send('organisation.create', () => ({ parentId: parent.id, name, kind }))
    if (answer) onDone(answer.id)
  }
  return (
    <Sheet
      open
      title={`在${parent.name}下面新建`}
      onClose={onClose}
      foot={
        <SheetFoot refused={refused}>
          <Button text={kind ? `新建${kindNames[kind]}` : '新建'} busy={busy} onTap={create} />
        </SheetFoot>
      }
    >
      <Field
        caption="叫什么"
        value={name}
        onChange={(name) => change({ name })}
        placeholder="比如 凯旋社区"
        limit={placeLimits.name}
      />
      <View className="admin-part">
        <View className="meta field-caption">是什么</View>
        <Chips
          wrap
          look="answer"
          label="是什么"
          options={kinds.map((each) => ({ name: each, text: kindNames[each] }))}
          chosen={kind}
          onChoose={(kind) => change({ kind })}
        />
      </View>
      {kind === 'district' && <View className="hint admin-part">两新工委和行业党委会跟着一起建好。</View>}
    </Sheet>
  )
}
