import cloud from 'wx-server-sdk'
import { isTurnedAway, type Sending, sendingOf } from '../../domain/notice/messages.ts'
import { harmless } from '../../domain/operating/harmless.ts'
import { note, stepFailed } from '../log.ts'
import { temporaryUrls } from './files.ts'
import { within } from './patience.ts'

/** What the timer asks of WeChat is given as long to be answered, in milliseconds: the rest of its run waits. */
const patience = 5_000

/** The phone number behind the code of WeChat's own button; undefined when WeChat doesn't give it (spent, made up). */
export async function phoneBehind(code: string): Promise<string | undefined> {
  try {
    const answer: { phoneInfo?: { purePhoneNumber?: string } } =
      await cloud.openapi.phonenumber.getPhoneNumber({ code })
    return answer.phoneInfo?.purePhoneNumber
  } catch {
    // The message may hold the code; that it failed is all there is to know.
    return undefined
  }
}

/** A link to a picture of the mini-program code of a page; undefined when WeChat doesn't draw it. */
export async function codePicture(page: string, scene: string): Promise<string | undefined> {
  try {
    const { buffer } = await cloud.openapi.wxacode.getUnlimited({ scene, page, checkPath: false })
    const { fileID } = await cloud.uploadFile({ cloudPath: `codes/${scene}.png`, fileContent: buffer })
    return (await temporaryUrls([fileID])).get(fileID)
  } catch {
    return undefined
  }
}

/** The id of a card in group chats that can be brought up to date. */
export async function newActivity(): Promise<string> {
  const { activityId } = await cloud.openapi.updatableMessage.createActivityId({})
  if (typeof activityId !== 'string') throw new Error('WeChat gave no activity id')
  return activityId
}

/** Brings a card up to date, as far as WeChat does it: a card that says an old number is no reason to stop. */
export async function tellCard(
  activityId: string,
  { target, joined, limit }: { target: 0 | 1; joined: number; limit: number },
): Promise<void> {
  const parameterList = [
    { name: 'member_count', value: String(joined) },
    { name: 'room_limit', value: String(limit) },
  ]
  try {
    await within(patience, () =>
      cloud.openapi.updatableMessage.setUpdatableMsg({
        activityId,
        targetState: target,
        templateInfo: { parameterList },
      }),
    )
  } catch (error) {
    stepFailed('updatableMessage.setUpdatableMsg', error)
  }
}

/**
 * Sends a subscription message to somebody's phone, once, and says what became of it. The fields are those of the
 * template; `page` is opened by a tap. What has no answer within a few seconds may have gone out.
 */
export async function sendMessage(message: {
  openid: string
  templateId: string
  page: string
  fields: Record<string, string>
}): Promise<Sending> {
  const { openid, templateId, page, fields } = message
  const data = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]))
  try {
    await within(patience, () =>
      cloud.openapi.subscribeMessage.send({ touser: openid, templateId, page, data, lang: 'zh_CN' }),
    )
    return 'sent'
  } catch (error) {
    const { errCode } = error as { errCode?: unknown }
    const code = typeof errCode === 'number' ? errCode : undefined
    const outcome = sendingOf(code)
    // By its number: the message of the error may hold what was sent.
    if (outcome === 'wrong' || outcome === 'unknown' || isTurnedAway(code))
      stepFailed('subscribeMessage.send', error)
    else if (outcome === 'busy') note({ openapi: 'subscribeMessage.send', errCode: harmless(error).code })
    return outcome
  }
}
