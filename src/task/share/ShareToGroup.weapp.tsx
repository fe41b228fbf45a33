import { Canvas, Button as ShareButton } from '@tarojs/components'
import Taro, { useShareAppMessage } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { call, newAttempt } from '../../call/call'
import { Icon } from '../../ui/Icon'
import './ShareToGroup.scss'
import { type CardTask, cardPath, cardSize, cardTitle, drawCard, type Pen } from './card'

interface Props {
  task: CardTask
  hat?: string | undefined
  live: boolean
  from: string
  look?: 'main' | 'secondary'
}

// WeChat's own canvas, as far as it is used here.
interface Sheet {
  width: number
  height: number
  getContext(kind: '2d'): Pen
}

/** 发到群: WeChat lets the person choose the chat; the card keeps its count up to date when it may. */
export function ShareToGroup({ task, hat, live, look = 'secondary' }: Props) {
  const [imageUrl, setImageUrl] = useState<string>()
  const drawn = JSON.stringify(task)
  useEffect(() => {
    const shown: CardTask = JSON.parse(drawn)
    Taro.nextTick(() =>
      Taro.createSelectorQuery()
        .select('#share-card')
        .fields({ node: true })
        .exec(([found]: { node?: Sheet }[]) => {
          const canvas = found?.node
          if (!canvas) return
          canvas.width = cardSize.width
          canvas.height = cardSize.height
          drawCard(canvas.getContext('2d'), shown, Date.now())
          // Without a picture WeChat takes one of the page.
          Taro.canvasToTempFilePath({ canvas: canvas as unknown as Taro.Canvas, fileType: 'png' })
            .then(({ tempFilePath }) => setImageUrl(tempFilePath))
            .catch(() => undefined)
        }),
    )
  }, [drawn])
  useEffect(() => {
    void prepare(task.id, hat, live)
  }, [task.id, hat, live])
  useShareAppMessage(() => ({ title: cardTitle(task), path: cardPath(task), ...(imageUrl && { imageUrl }) }))
  return (
    <>
      <ShareButton className={`button button-${look} share-to-group`} openType="share">
        <Icon name="send" />
        发到群
      </ShareButton>
      <Canvas type="2d" id="share-card" className="share-card" />
    </>
  )
}

/** Before it is shared the menu must know of the live card; one that could not be had is sent as a plain one. */
async function prepare(id: string, hat: string | undefined, live: boolean): Promise<void> {
  const plain = { withShareTicket: true }
  try {
    if (!live) return void (await Taro.updateShareMenu(plain))
    const { activityId, joined, limit } = await call('task.share', { id }, { attempt: newAttempt(), hat })
    const parameterList = [
      { name: 'member_count', value: String(joined) },
      { name: 'room_limit', value: String(limit) },
    ]
    await Taro.updateShareMenu({
      ...plain,
      isUpdatableMessage: true,
      activityId,
      // The types ask for a template id, which only the chat tools have.
      templateInfo: { parameterList } as Taro.updateShareMenu.Option['templateInfo'],
    })
  } catch {
    await Taro.updateShareMenu(plain).catch(() => undefined)
  }
}
