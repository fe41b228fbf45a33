import { useState } from 'react'
import { call, newAttempt } from '../../call/call'
import { asRefused } from '../../call/refused'
import { Button } from '../../ui/Button'
import { toast } from '../../ui/toast'
import { type CardTask, cardPath, cardSize, cardTitle, drawCard } from './card'

interface Props {
  task: CardTask
  /** Under which hat; with one that organises the task the card shows how many places are taken. */
  hat?: string | undefined
  /** Whether this person may have a card that is kept up to date. */
  live: boolean
  /** Who sends it, as the group reads it. */
  from: string
  look?: 'main' | 'secondary'
}

/** 发到群: into the group chat of the preview. */
export function ShareToGroup({ task, hat, live, from, look = 'secondary' }: Props) {
  const [busy, setBusy] = useState(false)
  const share = async () => {
    setBusy(true)
    try {
      const activityId = live ? await activityOf(task.id, hat) : undefined
      const card = {
        title: cardTitle(task),
        path: cardPath(task),
        picture: picture(task),
        from,
        ...(activityId !== undefined && { activityId }),
      }
      const answer = await fetch('/group/cards', { method: 'POST', body: JSON.stringify(card) })
      toast(answer.ok ? '发到群里了' : '没发出去，请再点一次')
    } catch (error) {
      toast(asRefused(error).message)
    } finally {
      setBusy(false)
    }
  }
  return <Button text="发到群" look={look} icon="send" busy={busy} onTap={share} />
}

async function activityOf(id: string, hat: string | undefined): Promise<string> {
  return (await call('task.share', { id }, { attempt: newAttempt(), hat })).activityId
}

function picture(task: CardTask): string {
  const canvas = document.createElement('canvas')
  canvas.width = cardSize.width
  canvas.height = cardSize.height
  const pen = canvas.getContext('2d')
  if (pen) drawCard(pen, task, Date.now())
  return canvas.toDataURL('image/png')
}
