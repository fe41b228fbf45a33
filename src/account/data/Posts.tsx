import { View } from '@tarojs/components'
import { useState } from 'react'
import type { HatView, Output } from '../../../domain/contract'
import { peopleLimits } from '../../../domain/people/limits'
import { SheetFoot } from '../../appeal/SheetFoot'
import { useKeptForm } from '../../appeal/useKeptForm'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Row } from '../../ui/Row'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { toast } from '../../ui/toast'

interface Props {
  me: Output<'person.me'>
  onDone: () => void
}

/** What I hold, and a way to give it up. */
export function Posts({ me: { personId, hats }, onDone }: Props) {
  const [leaving, setLeaving] = useState<HatView>()
  if (hats.length === 0) return null
  return (
    <View className="privacy-part">
      <Heading text="我的任职" />
      <Card flush>
        {hats.map((hat) => (
          <Row
            key={hat.id}
            icon="id-card"
            title={hat.organisation.name}
            meta={hat.title}
            link="辞去"
            onTap={() => setLeaving(hat)}
          />
        ))}
      </Card>
      {leaving && (
        <ResignSheet
          hat={leaving}
          personId={personId}
          onClose={() => setLeaving(undefined)}
          onDone={() => {
            setLeaving(undefined)
            onDone()
          }}
        />
      )}
    </View>
  )
}

interface ResignProps {
  hat: HatView
  personId: string
  onClose: () => void
  onDone: () => void
}

function ResignSheet({ hat, personId, onClose, onDone }: ResignProps) {
  const { draft, change, busy, refused, send } = useKeptForm({
    name: `appointment.end ${hat.id}`,
    empty: { words: '' },
  })
  const { words } = draft
  const resign = async () => {
    if (!(await send('appointment.end', () => ({ personId, appointmentId: hat.id, words })))) return
    toast('辞去了，谢谢您出过力')
    onDone()
  }
  return (
    <Sheet
      open
      title={`辞去${hat.title}`}
      onClose={onClose}
      foot={
        <SheetFoot refused={refused} reason={words.trim() ? undefined : '写一句原因，记在操作记录里'}>
          {words.trim() ? (
            <Button look="secondary" text="辞去" busy={busy} onTap={resign} />
          ) : (
            <Button look="locked" text="辞去" onTap={onClose} />
          )}
        </SheetFoot>
      }
    >
      <View className="plain">马上生效，排的班也一起撤下。手里没办完的事，请先跟同事交代。</View>
      <View className="sheet-part">
        <TextArea
          inSheet
          short
          value={words}
          onChange={(words) => change({ words })}
          limit={peopleLimits.reason}
          label="为什么辞去"
          placeholder="比如：要回老家了"
        />
      </View>
    </Sheet>
  )
}
