import { View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import { pointsLimits } from '../../../domain/points/limits'
import { rewardKinds, rewardNames } from '../../../domain/points/reward'
import { SheetFoot } from '../../appeal/SheetFoot'
import { useKeptForm } from '../../appeal/useKeptForm'
import { addressOf } from '../../call/address'
import type { Refused } from '../../call/refused'
import { usePhotos } from '../../call/usePhotos'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chip'
import { Field } from '../../ui/Field'
import { Photos } from '../../ui/Photos'
import { Row } from '../../ui/Row'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { Toggle } from '../../ui/Toggle'
import { toast } from '../../ui/toast'
import { approversWords, type Draft, draftOf, inputOf, missing } from './draft'
import type { Shelved } from './index'
import { MerchantSheet } from './MerchantSheet'
import './RewardSheet.scss'
import { When } from './When'

interface Props {
  /** undefined: a new one. */
  reward: Shelved | undefined
  hat: string
  onClose: () => void
  onDone: () => void
  onRefused: (refused: Refused) => void
}

const kinds = rewardKinds.map((name) => ({ name, text: rewardNames[name] }))
const periods = [
  { name: 'once', text: '一共这么多' },
  { name: 'month', text: '每月补满' },
] as const

/** One thing of the shop, to be put up or changed. */
export function RewardSheet({ reward, hat, onClose, onDone, onRefused }: Props) {
  const { draft, change, busy, refused, send } = useKeptForm<Draft & { photos: string[] }>({
    // Of this very version: on another one it would undo what somebody else changed.
    name: reward ? `reward.save ${reward.id} ${reward.version}` : `reward.save new ${hat}`,
    hat,
    empty: { ...draftOf(reward), photos: [] },
    onMoved: (refused) => {
      onClose()
      onRefused(refused)
    },
  })
  const [choosing, setChoosing] = useState(false)
  const photos = usePhotos(
    draft.photos,
    useCallback((photos: string[]) => change({ photos }), [change]),
    1,
  )
  const lack = missing(draft)
  const save = async () => {
    const done = await send('reward.save', async () => inputOf(draft, reward, (await photos.upload())[0]))
    if (!done) return
    photos.clear()
    toast(draft.shown ? '上架了，小哥们看得到' : '收起来了')
    onDone()
  }
  return (
    <>
      <Sheet
        open
        tall
        title={reward ? '改这一样' : '上架一样'}
        onClose={onClose}
        foot={
          <SheetFoot refused={refused} reason={lack}>
            <Button
              look={lack ? 'locked' : 'main'}
              text={reward ? '存下' : '上架'}
              busy={busy || photos.storing}
              onTap={save}
            />
          </SheetFoot>
        }
      >
        <View className="reward-form">
          <Field
            caption="叫什么"
            value={draft.name}
            onChange={(name) => change({ name })}
            limit={pointsLimits.name}
          />
          <View className="reward-form-chips">
            <Chips
              look="answer"
              wrap
              options={kinds}
              chosen={draft.kind}
              onChoose={(kind) => change({ kind })}
              label="是哪一类"
            />
          </View>
          <Photos
            urls={photos.urls.length > 0 ? photos.urls : draft.photo ? [addressOf(draft.photo)] : []}
            limit={1}
            addText="加张照片"
            onAdd={() => photos.add('any')}
            onRemove={() => (photos.urls.length > 0 ? photos.remove(0) : change({ photo: null }))}
          />
          <Field
            caption="要多少分"
            kind="number"
            value={draft.cost}
            onChange={(cost) => change({ cost })}
            limit={5}
          />
          <View className="hint">{approversWords(draft.cost)}</View>
          <Field
            caption="有多少"
            kind="number"
            value={draft.size}
            onChange={(size) => change({ size })}
            limit={6}
          />
          <View className="reward-form-chips">
            <Chips
              look="answer"
              wrap
              options={periods}
              chosen={draft.period}
              onChoose={(period) => change({ period })}
              label="库存"
            />
          </View>
          <Field
            caption="论什么算"
            value={draft.unit}
            onChange={(unit) => change({ unit })}
            limit={4}
            placeholder="副"
          />
          <Field
            caption="每人能换几个"
            kind="number"
            value={draft.perPerson}
            onChange={(perPerson) => change({ perPerson })}
            limit={3}
          />
          <Field
            caption="在哪里领"
            value={draft.pickUp}
            onChange={(pickUp) => change({ pickUp })}
            limit={pointsLimits.pickUp}
            placeholder="凯旋社区一楼服务台"
          />
          <View>
            <View className="meta line-caption">谁来给</View>
            <Card flush>
              <Row
                icon="house"
                title={draft.merchant?.name ?? '自己给'}
                meta={draft.merchant ? '只有这家的核销员能核销' : '本单位的核销员核销'}
                link="换一家"
                onTap={() => setChoosing(true)}
              />
            </Card>
          </View>
          <When draft={draft} onChange={change} />
          <TextArea
            short
            inSheet
            label="说明"
            caption="说明（可以不写）"
            value={draft.words}
            onChange={(words) => change({ words })}
            placeholder="比如：加绒，均码"
            limit={pointsLimits.words}
          />
          <Toggle
            icon="undo-2"
            title="批了还能退"
            words="没领之前本人可以不要"
            on={draft.cancellable}
            onChange={(cancellable) => change({ cancellable })}
          />
          <Toggle
            icon="eye"
            title="上架"
            words="关上就收起来，已经批的照样能领"
            on={draft.shown}
            onChange={(shown) => change({ shown })}
          />
        </View>
      </Sheet>
      {choosing && (
        <MerchantSheet
          hat={hat}
          chosen={draft.merchant}
          onClose={() => setChoosing(false)}
          onChoose={(merchant) => {
            change({ merchant })
            setChoosing(false)
          }}
        />
      )}
    </>
  )
}
