import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { type Category, categories, categoryNames } from '../../../domain/appeal/categories'
import { train } from '../../../domain/appeal/suggest/model'
import { lessonBook } from '../../../domain/appeal/suggest/shipped'
import { suggestionLimits } from '../../../domain/suggestion/limits'
import { PageEnd } from '../../call/PageEnd'
import { Unread } from '../../call/Unread'
import { usePages } from '../../call/usePages'
import { useRead } from '../../call/useRead'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chip'
import { Heading } from '../../ui/Heading'
import { Row } from '../../ui/Row'
import { Empty, LoadingCard } from '../../ui/States'
import { AdminPage } from '../AdminPage'
import { useAdminHat } from '../useAdminHat'
import { Candidates } from './Candidates'
import { type Draft, LearnSheet } from './LearnSheet'
import { type Added, RemoveSheet } from './RemoveSheet'
import { TrySentence } from './TrySentence'

const nothing = {}

/** 分类建议: what the suggestions learnt beside the shipped words, what they could learn, and how they answer. */
export default function Suggestions() {
  const worn = useAdminHat('suggestion.list')
  const hats = worn.hats?.filter(({ organisation }) => organisation.kind === 'city')
  const hat = hats?.find(({ id }) => id === worn.hat?.id) ?? hats?.[0]
  const asked = hat && nothing
  const list = useRead('suggestion.list', asked, hat?.id)
  const candidates = usePages('suggestion.candidates', asked, hat?.id)
  const [category, setCategory] = useState<Category | 'all'>('all')
  const [learning, setLearning] = useState<Draft>()
  const [removing, setRemoving] = useState<Added>()
  useReachBottom(candidates.loadMore)

  const added = (list.data ?? list.seen?.data)?.added
  const model = useMemo(() => train(lessonBook, added), [added])
  const shown = added?.filter((each) => category === 'all' || each.category === category)
  const reload = async () => {
    await Promise.all([list.reload(), candidates.reload()])
  }
  const done = () => {
    setLearning(undefined)
    setRemoving(undefined)
    list.reload()
  }

  return (
    <AdminPage
      title="分类建议"
      worn={{ ...worn, hats, hat }}
      onRefresh={reload}
      foot={() => (
        <ActionBar
          main={
            <Button
              icon="plus"
              text="加一句"
              onTap={() => setLearning({ text: '', ...(category !== 'all' && { category }) })}
            />
          }
          consequence="加了以后，大家的手机下次打字就认得"
        />
      )}
    >
      <TrySentence model={model} />
      <Heading text="改过类别的诉求" />
      {hat && <Candidates pages={candidates} added={added ?? []} hat={hat.id} onLearnt={list.reload} />}
      <PageEnd pages={candidates} />
      <Heading text="加过的" {...(added && { count: `${added.length} 句` })} />
      {list.refused && <Unread refused={list.refused} at={list.seen?.at} onAgain={list.reload} />}
      {!added && !list.refused && <LoadingCard rows={3} />}
      {added && (
        <View className="admin-chips">
          <Chips options={counted(added)} chosen={category} onChoose={setCategory} label="哪一类" />
        </View>
      )}
      {shown && (
        <Card flush={shown.length > 0}>
          {shown.length === 0 && <Empty title="还没有加过" words="自带的词句已经够用，哪句认错了再加。" />}
          {shown.map((each) => (
            <Row
              key={each.id}
              title={each.text}
              meta={categoryNames[each.category]}
              link="去掉"
              onTap={() => setRemoving(each)}
            />
          ))}
        </Card>
      )}
      {learning && hat && (
        <LearnSheet draft={learning} hat={hat.id} onClose={() => setLearning(undefined)} onDone={done} />
      )}
      {removing && hat && (
        <RemoveSheet added={removing} hat={hat.id} onClose={() => setRemoving(undefined)} onDone={done} />
      )}
    </AdminPage>
  )
}

/** Each category with what was added to it of what it takes; those with something first. */
function counted(added: readonly Added[]): { name: Category | 'all'; text: string }[] {
  const count = (name: Category) => added.filter(({ category }) => category === name).length
  const taught = categories.filter((name) => count(name) > 0).sort((a, b) => count(b) - count(a))
  return [
    { name: 'all', text: '全部' },
    ...taught.map((name) => ({
      name,
      text: `${categoryNames[name]} ${count(name)} / ${suggestionLimits.perCategory}`,
    })),
  ]
}
