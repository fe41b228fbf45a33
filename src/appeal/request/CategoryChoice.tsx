import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Category, categoryNames, requestCategories } from '../../../domain/appeal/categories'
import type { Suggestion } from '../../../domain/appeal/suggest/model'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chip'
import { Heading } from '../../ui/Heading'
import { Row } from '../../ui/Row'
import { Sheet } from '../../ui/Sheet'
import { takenOf } from '../city'

interface Props {
  /** What the person chose; without it the likeliest holds. */
  chosen: Category | undefined
  suggested: readonly Suggestion[]
  onChoose: (category: Category) => void
}

/** The likeliest categories of what was said, and a way to all of them. */
export function CategoryChoice({ chosen, suggested, onChoose }: Props) {
  const [listed, setListed] = useState(false)
  const current = chosen ?? suggested[0]?.category
  const shown = suggested.map(({ category }) => category)
  const near = current && !shown.includes(current) ? [current, ...shown] : shown
  const options = near.map((name): { name: Category | 'none'; text: string } => ({
    name,
    text: categoryNames[name],
  }))
  return (
    <View>
      <View className="side">
        <Heading text={suggested.length > 0 ? '像是' : '是哪一类'} aside={aside(chosen, suggested)} />
      </View>
      {near.length > 0 ? (
        <View className="side form-chips">
          <Chips
            options={[...options, { name: 'none', text: '都不是' }]}
            chosen={current}
            onChoose={(name) => (name === 'none' ? setListed(true) : onChoose(name))}
            look="answer"
            label="是哪一类"
            wrap
          />
          <View className="hint form-why">{why(current, suggested)}</View>
        </View>
      ) : (
        <View className="side form-chips">
          <Card flush>
            <Row title="自己选一类" meta="写两句，就帮您挑出来" link="选" onTap={() => setListed(true)} />
          </Card>
        </View>
      )}
      <Sheet open={listed} title="是哪一类" onClose={() => setListed(false)} tall>
        <View className="form-all">
          <Chips
            options={takenOf(requestCategories).map((name) => ({ name, text: categoryNames[name] }))}
            chosen={chosen}
            onChoose={(name) => {
              setListed(false)
              onChoose(name)
            }}
            look="answer"
            label="所有类别"
            wrap
          />
        </View>
      </Sheet>
    </View>
  )
}

function aside(chosen: Category | undefined, suggested: readonly Suggestion[]): string {
  if (chosen) return '您选的'
  return suggested.length > 0 ? '按您说的先选了一个' : '不选就算其他'
}

/** The words that spoke for what is chosen, so that nobody has to wonder. */
function why(current: Category | undefined, suggested: readonly Suggestion[]): string {
  const words = suggested.find(({ category }) => category === current)?.words ?? []
  return words.length > 0
    ? `因为您说了${words.map((word) => `“${word}”`).join('')}`
    : '选得不对也没事，会有人改过来'
}
