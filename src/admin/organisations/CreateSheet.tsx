import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OrganisationKind } from '../../../domain/people/roles'
import { placeLimits } from '../../../domain/place/limits'
import { kindNames, kindsBelow } from '../../../domain/place/placement'
import { SheetFoot } from '../../appeal/SheetFoot'
import { isRefused, useStep } from '../../appeal/useStep'
import type { Refused } from '../../call/refused'
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
  const [name, setName] = useState('')
  const [kind, setKind] = useState(kinds[0])
  const [refused, setRefused] = useState<Refused>()
  const { busy, take } = useStep(hat)
  const send = async () => {
    if (!kind) return
    setRefused(undefined)
    const answer = await take('organisation.create', { parentId: parent.id, name, kind })
    if (isRefused(answer)) setRefused(answer)
    else if (answer) onDone(answer.id)
  }
  return (
    <Sheet
      open
      title={`在${parent.name}下面新建`}
      onClose={onClose}
      foot={
        <SheetFoot refused={refused}>
          <Button text={kind ? `新建${kindNames[kind]}` : '新建'} busy={busy} onTap={send} />
        </SheetFoot>
      }
    >
      <Field
        caption="叫什么"
        value={name}
        onChange={setName}
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
          onChoose={setKind}
        />
      </View>
      {kind === 'district' && <View className="hint admin-part">两新工委和行业党委会跟着一起建好。</View>}
    </Sheet>
  )
}
