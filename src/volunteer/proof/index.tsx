import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { needsPresence } from '../../../domain/task/kinds'
import { taskLimits } from '../../../domain/task/limits'
import { OldCopy } from '../../appeal/OldCopy'
import { isLost } from '../../appeal/useStep'
import { RefusalSheet } from '../../call/RefusalSheet'
import { useRead } from '../../call/useRead'
import { standingOf } from '../../task/standing'
import { proofWords, windowWords } from '../../task/words'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Heading } from '../../ui/Heading'
import { goBack, Page } from '../../ui/Page'
import { Photos } from '../../ui/Photos'
import { Empty, LoadingCard, Notice } from '../../ui/States'
import { TextArea } from '../../ui/TextArea'
import { useNow } from '../../ui/useNow'
import { CheckIn } from './CheckIn'
import './index.scss'
import { useProof } from './useProof'

/** 签到交活: show that I came, then what was done. */
export default function ProofPage() {
  const { id = '' } = useRouter().params
  const { data, seen, refused, reload } = useRead('task.view', { id })
  const view = data ?? seen?.data
  const now = useNow()
  const behind = `/task/detail/index?id=${id}`
  const leave = () => (Taro.getCurrentPages().length > 1 ? goBack() : Taro.redirectTo({ url: behind }))
  const proving = useProof({ id, title: view?.title ?? '' }, reload, leave)
  const { draft, change, photos, busy, waits } = proving
  const standing = view && standingOf(view, now)
  const comes = standing?.is === 'checkIn'
  const handsIn = standing?.is === 'handIn'
  const needsPhoto = view?.proof.includes('photo') ?? false
  return (
    <Page
      title="签到交活"
      behind={behind}
      {...(handsIn && {
        foot: (
          <ActionBar
            main={
              <Button
                look={needsPhoto && draft.photos.length === 0 ? 'locked' : 'main'}
                text={busy ? '正在交' : '交上去'}
                busy={busy || photos.storing}
                onTap={proving.submit}
              />
            }
            consequence={needsPhoto && draft.photos.length === 0 ? '拍一张做完的就能交' : '网格员看过就算数'}
          />
        ),
      })}
    >
      <View className="side proof">
        <OldCopy refused={refused} keptAt={seen?.at} now={now} />
        {!view && !refused && <LoadingCard rows={2} />}
        {view && (
          <View>
            <View className="big said">{view.title}</View>
            <View className="meta">
              {windowWords(view, now)} · {view.place.name}
            </View>
          </View>
        )}
        {waits && (
          <Notice
            icon="wifi-off"
            title="没信号，先存在手机上"
            words="有信号了自己交上去。点这里现在试"
            onTap={proving.submit}
          />
        )}
        {view && comes && <CheckIn view={view} proving={proving} />}
        {(handsIn || (comes && needsPhoto)) && (
          <View className="proof-part">
            <Heading text={comes ? '签到以后，拍一张' : '拍一张做完的'} />
            <Photos
              urls={photos.urls}
              limit={taskLimits.photos}
              addText="拍照"
              onAdd={() => photos.add('any')}
              onRemove={photos.remove}
            />
            <TextArea
              short
              label="做得怎么样"
              caption="想说一句也行"
              placeholder="比如 扫出一条能走的道了"
              value={draft.words}
              limit={taskLimits.words}
              onChange={(words) => change({ words })}
            />
            {draft.photos.length > 0 && <View className="hint">都存在手机上，关了也不丢。</View>}
          </View>
        )}
        {view && !comes && !handsIn && (
          <Empty
            title={standing?.is === 'come' || standing?.is === 'submitted' ? '都好了' : '现在不用签到'}
            words={
              needsPresence(view) || needsPhoto
                ? `这个任务要${proofWords(view.proof)}。`
                : '来了就行，组织的人看过就记上。'
            }
          />
        )}
      </View>
      <RefusalSheet
        refused={proving.refused}
        onClose={proving.dismiss}
        {...(proving.refused &&
          isLost(proving.refused) &&
          handsIn && { again: { text: '再试一次', onTap: proving.submit } })}
      />
    </Page>
  )
}
