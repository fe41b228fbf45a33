import { useState } from 'react'
import type { AppealRow } from '../../../domain/contract'
import { SheetFoot } from '../../appeal/SheetFoot'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { Sheet } from '../../ui/Sheet'

interface Props {
  appeals: readonly AppealRow[]
  onClose: () => void
  onChoose: (id: string) => void
}

/** One goes its own way again. */
export function RemoveSheet({ appeals, onClose, onChoose }: Props) {
  const [chosen, setChosen] = useState<string>()
  return (
    <Sheet
      open
      title="移出哪一件"
      onClose={onClose}
      foot={
        <SheetFoot>
          {chosen ? (
            <Button text="移出去，单独办" onTap={() => onChoose(chosen)} />
          ) : (
            <Button look="locked" text="移出去，单独办" onTap={onClose} />
          )}
        </SheetFoot>
      }
    >
      {appeals.map(({ id, title, number, placeName }) => (
        <Choice
          key={id}
          title={title}
          words={`${placeName} · 编号 ${number}`}
          chosen={id === chosen}
          onChoose={() => setChosen(id)}
        />
      ))}
    </Sheet>
  )
}
