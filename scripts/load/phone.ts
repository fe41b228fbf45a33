import { randomBytes } from 'node:crypto'
import { type ActionName, contract, type Input, type Output, type Reply } from '../../domain/contract.ts'
import type { LocalCloud } from '../../localcloud/start.ts'

/** Calls actions as somebody; throws the sentence of a refusal. */
export type Phone = <A extends ActionName>(action: A, input: Input<A>) => Promise<Output<A>>

/** Somebody's phone: their OPENID, the hat they wear, and how it numbers its requests. */
export function phoneOf(
  cloud: LocalCloud,
  openid: string,
  hat?: string,
  newRequestId: () => string = () => randomBytes(16).toString('hex'),
): Phone {
  return async (action, input) => {
    const requestId = contract[action].write ? newRequestId() : undefined
    const envelope = { action, input, ...(requestId && { requestId }), ...(hat !== undefined && { hat }) }
    const reply = (await cloud.call('api', envelope, { openid })) as Reply<typeof action>
    if (!reply.ok) throw new Error(reply.error.message)
    return reply.data
  }
}

/** Uploads a small photo as somebody; its file id. */
export async function uploadPhoto(cloud: LocalCloud, openid: string, photo: Buffer): Promise<string> {
  const name = randomBytes(16).toString('hex')
  return cloud.upload(`photos/${name}.jpg`, photo, 'image/jpeg', openid)
}
