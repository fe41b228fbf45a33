import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OrganisationRow } from '../../../domain/contract'
import { fitsUnder, kindNames } from '../../../domain/place/placement'
import { SheetFoot } from '../../appeal/SheetFoot'
import type { Refused } from '../../call/refused'
import { useRead } from '../../call/useRead'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { Reason } from '../../ui/Reason'
import { SearchField } from '../../ui/SearchField'
import { Sheet } from '../../ui/Sheet'
import { LoadingLine } from '../../ui/States'
import { useSettled } from '../../ui/useSettled'
import type { View as Seen } from './sheets'

interface Props {
  what: 'move' | 'merge'
  view: Seen
  hat: string
  busy: boolean
  refused: Refused | undefined
  onClose: () => void
  onChoose: (id: string) => void
}

/** 移动, 并入: first to where, then what follows from it, before it is done. */
export function PickSheet({ what, view, hat, busy, refused, onClose, onChoose }: Props) {
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<OrganisationRow>()
  const moving = what === 'move'
  const fits = (row: OrganisationRow) =>
    row.id !== view.id &&
    (moving ? fitsUnder(view.kind, row.kind) && row.id !== view.parent?.id : row.kind === view.kind)
  return (
    <Sheet
      open
      tall
      title={moving ? `把${view.name}移到哪里` : `把${view.name}并入哪里`}
      onClose={onClose}
      foot={
        <SheetFoot refused={refused}>
          <Button
            look={chosen ? 'main' : 'locked'}
            text={chosen ? `${moving ? '移到' : '并入'}${chosen.name}` : '先选一个单位'}
            busy={busy}
            onTap={() => chosen && onChoose(chosen.id)}
          />
        </SheetFoot>
      }
    >
      <SearchField value={text} onChange={setText} placeholder="打几个字或拼音首字母" />
      {chosen && (
        <>
          <View className="admin-part">
            <Choice
              chosen
              title={chosen.name}
              words={chosen.location}
              onChoose={() => setChosen(undefined)}
            />
          </View>
          <View className="admin-part">
            <Reason title="会怎么样" icon="info">
              {moving ? movingWords(view, chosen) : mergingWords(view, chosen)}
            </Reason>
          </View>
        </>
      )}
      {!chosen && text.trim() !== '' && (
        <Found text={text.trim()} view={view} hat={hat} moving={moving} fits={fits} onChoose={setChosen} />
      )}
    </Sheet>
  )
}

function movingWords({ name }: Seen, to: OrganisationRow): string {
  return `${name}和它下面的单位都到${to.name}下面。\n手里的诉求跟着走，期限不变，骑手不用做什么。\n往后退单，退给那边的两新工委。`
}

function mergingWords({ name }: Seen, heir: OrganisationRow): string {
  return `${name}马上关掉，以后不能再启用。\n它的诉求，办完的、没办完的，都由${heir.name}承接，期限不变，骑手在进展里看得到。\n它的工作人员成为${heir.name}的工作人员。`
}

interface FoundProps {
  text: string
  view: Seen
  hat: string
  moving: boolean
  fits: (row: OrganisationRow) => boolean
  onChoose: (row: OrganisationRow) => void
}

function Found({ text, view, hat, moving, fits, onChoose }: FoundProps) {
  const wanted = useSettled(text)
  const asked = { text: wanted, ...(!moving && { kind: view.kind }) }
  const { data, refused, reload } = useRead('organisation.list', asked, hat)
  if (!data && refused)
    return (
      <View className="meta admin-part">
        {refused.message}
        <Button look="text" text="再试一次" icon="refresh-cw" onTap={reload} />
      </View>
    )
  if (!data)
    return (
      <View className="admin-part">
        <LoadingLine wide />
      </View>
    )
  const rows = data.rows.filter(fits)
  if (rows.length === 0)
    return <View className="meta admin-part">没找到合适的“{wanted}”。换几个字试试。</View>
  return (
    <View className="admin-part" {...{ role: 'radiogroup', 'aria-label': '单位' }}>
      {rows.map((row) => (
        <Choice
          key={row.id}
          chosen={false}
          title={row.name}
          words={`${kindNames[row.kind]} · ${row.location}`}
          onChoose={() => onChoose(row)}
        />
      ))}
    </View>
  )
}
