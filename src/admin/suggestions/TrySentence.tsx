import { View } from '@tarojs/components'
import { useState } from 'react'
import { categoryNames } from '../../../domain/appeal/categories'
import { type Model, suggest } from '../../../domain/appeal/suggest/model'
import { suggestionLimits } from '../../../domain/suggestion/limits'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Row } from '../../ui/Row'
import { TextArea } from '../../ui/TextArea'

/** How the suggestions answer a sentence now, and which words speak for each. */
export function TrySentence({ model }: { model: Model }) {
  const [text, setText] = useState('')
  const found = suggest(model, text)
  return (
    <>
      <Heading text="试一句" />
      <TextArea
        short
        value={text}
        onChange={setText}
        limit={suggestionLimits.text}
        label="试一句"
        placeholder="比如：柜子里全是没充满的电池"
      />
      {found.length > 0 && (
        <Card flush>
          {found.map(({ category, words }, place) => (
            <Row
              key={category}
              title={`${place + 1}. ${categoryNames[category]}`}
              meta={
                words.length > 0 ? `因为有${words.map((word) => `“${word}”`).join('')}` : '没有哪个词特别像'
              }
            />
          ))}
        </Card>
      )}
      {text.trim() !== '' && found.length === 0 && (
        <View className="meta">听不出是什么事，会请本人自己选一类。</View>
      )}
    </>
  )
}
