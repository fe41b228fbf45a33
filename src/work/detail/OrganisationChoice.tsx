import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useRead } from '../../call/useRead'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { SearchField } from '../../ui/SearchField'
import { LoadingLine } from '../../ui/States'
import { useSettled } from '../../ui/useSettled'
import './OrganisationChoice.scss'

export interface Candidate {
  id: string
  name: string
  /** What speaks for it, or where it is. */
  words: string
  badge?: ReactNode
}

interface Props {
  /** Proposed from the start. */
  candidates: readonly Candidate[]
  chosen: Candidate | undefined
  onChoose: (candidate: Candidate) => void
  /** Has it now, and can't be chosen. */
  except: string
  /** Search is open from the start. */
  searching?: boolean
}

/** One organisation among those proposed, or any other by a few letters of its name. */
export function OrganisationChoice({ candidates, chosen, onChoose, except, searching = false }: Props) {
  const [open, setOpen] = useState(searching)
  const [text, setText] = useState('')
  const extra = chosen && !candidates.some(({ id }) => id === chosen.id) ? [chosen] : []
  const choose = (candidate: Candidate) => {
    onChoose(candidate)
    setText('')
    setOpen(false)
  }
  const cards = (list: readonly Candidate[]) =>
    list.map((candidate) => (
      <Choice
        key={candidate.id}
        title={candidate.name}
        words={candidate.words}
        badge={candidate.badge}
        chosen={candidate.id === chosen?.id}
        onChoose={() => choose(candidate)}
      />
    ))
  return (
    <View {...{ role: 'radiogroup', 'aria-label': '单位' }}>
      {cards([...extra, ...candidates])}
      {open ? (
        <View className="organisation-search">
          <SearchField focus value={text} onChange={setText} placeholder="打几个字找单位" />
          {text.trim() && (
            <Found text={text.trim()} except={except}>
              {cards}
            </Found>
          )}
        </View>
      ) : (
        <Button
          look="text"
          icon="search"
          text="找别的单位"
          className="organisation-more"
          onTap={() => setOpen(true)}
        />
      )}
    </View>
  )
}

interface FoundProps {
  text: string
  except: string
  children: (candidates: readonly Candidate[]) => ReactNode
}

function Found({ text, except, children }: FoundProps) {
  const wanted = useSettled(text)
  const { data, refused, reload } = useRead('place.search', { text: wanted, among: 'organisations' })
  if (!data && refused)
    return (
      <View className="meta organisation-none">
        {refused.message}
        <Button look="text" text="再试一次" icon="refresh-cw" onTap={reload} />
      </View>
    )
  if (!data)
    return (
      <View className="organisation-none">
        <LoadingLine wide />
      </View>
    )
  const places = data.places.filter(({ id }) => id !== except)
  if (places.length === 0)
    return <View className="meta organisation-none">没找到“{wanted}”。换几个字试试。</View>
  return (
    <View className="organisation-found">
      {children(places.map(({ id, name, location }) => ({ id, name, words: location })))}
    </View>
  )
}
