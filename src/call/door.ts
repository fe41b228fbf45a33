import type { ActionName, Input, Output, Reply, WriteAction } from '../../domain/contract'
import { randomHex } from './random'
import { Refused } from './refused'

/** What goes over the line (contract.ts, envelope); who calls is not in it. */
export interface Envelope {
  action: ActionName
  input: unknown
  requestId?: string
  hat?: string
}

/** Carries one envelope and gives what came back; throws Refused OFFLINE when nothing did. */
export type Send = (envelope: Envelope) => Promise<unknown>

/**
 * One wish to change something. Keep it and pass it again when the call is tried again: however often the words
 * arrive, they count once.
 */
export interface Attempt {
  readonly requestId: string
}
export const newAttempt = (): Attempt => ({ requestId: randomHex(32) })

interface Options {
  attempt?: Attempt
  /** The appointment under which staff act; riders send none. */
  hat?: string | undefined
}

export type Call = <A extends ActionName>(action: A, input: Input<A>, options?: Options) => Promise<Output<A>>

// The contract itself would bring zod onto the phone; the type keeps this list whole.
const writes: Record<WriteAction, true> = {
  'appeal.submit': true,
  'appeal.submitFor': true,
  'filing.claim': true,
  'project.create': true,
  'project.add': true,
  'project.remove': true,
  'project.progress': true,
  'project.close': true,
  'meeting.create': true,
  'meeting.agenda': true,
  'meeting.minutes': true,
  'meeting.raise': true,
  'meeting.finish': true,
  'appeal.contact': true,
  'person.register': true,
  'person.savePhone': true,
  'person.removePhone': true,
  'personalData.delete': true,
  'administrator.setUp': true,
  'invitation.create': true,
  'invitation.accept': true,
  'invitation.revoke': true,
  'appointment.end': true,
  'appeal.dispatch': true,
  'appeal.accept': true,
  'appeal.return': true,
  'appeal.note': true,
  'appeal.resolve': true,
  'appeal.confirm': true,
  'appeal.withdraw': true,
  'appeal.transfer': true,
  'appeal.assist': true,
  'appeal.suspend': true,
  'appeal.resume': true,
  'appeal.followUp': true,
  'appeal.reopen': true,
  'appeal.reply': true,
  'appeal.urge': true,
  'appeal.escalate': true,
  'appeal.merge': true,
  'appeal.unmerge': true,
  'appeal.support': true,
  'appeal.decline': true,
  'appeal.review': true,
  'task.claim': true,
  'task.wait': true,
  'task.release': true,
  'task.checkIn': true,
  'task.submit': true,
  'task.create': true,
  'task.edit': true,
  'task.cancel': true,
  'task.checkInFor': true,
  'task.verify': true,
  'task.spotCheck': true,
  'volunteer.save': true,
  'task.share': true,
  'task.decline': true,
  'task.beneficiary': true,
  'task.thank': true,
  'group.bind': true,
  'group.unbind': true,
  'volunteer.forgive': true,
  'notice.read': true,
  'notice.subscribe': true,
  'duty.plan': true,
  'duty.handOver': true,
  'duty.askSwap': true,
  'duty.answerSwap': true,
  'duty.takeBackSwap': true,
  'organisation.create': true,
  'organisation.edit': true,
  'organisation.move': true,
  'organisation.close': true,
  'organisation.open': true,
  'organisation.merge': true,
  'organisation.settle': true,
  'organisation.importRows': true,
  'organisation.exportRows': true,
  'suggestion.add': true,
  'suggestion.remove': true,
  'settings.publish': true,
  'routing.publish': true,
  'appeal.decideRelief': true,
  'appeal.answerRelief': true,
  'relief.changeRules': true,
  'redemption.ask': true,
  'redemption.cancel': true,
  'redemption.approve': true,
  'redemption.reject': true,
  'redemption.setBudget': true,
  'redemption.check': true,
  'redemption.fulfil': true,
  'reward.save': true,
  'pointsReview.judge': true,
  'pointsReview.appeal': true,
  'ranking.show': true,
  'honour.object': true,
  'honour.decline': true,
  'honour.nominate': true,
  'honour.sign': true,
  'honour.refuse': true,
  'honour.decide': true,
  'pointsRules.publish': true,
  'content.judge': true,
}

const sending = new Set<Promise<unknown>>()

/** Settles once everything is answered that is being changed at this moment; nothing when nothing is. */
export const whenAnswered = (): Promise<unknown> | undefined =>
  sending.size === 0 ? undefined : Promise.all([...sending].map((reply) => reply.catch(() => undefined)))

async function sendWrite(send: Send, envelope: Envelope): Promise<unknown> {
  const reply = send(envelope)
  sending.add(reply)
  try {
    return await reply
  } finally {
    sending.delete(reply)
  }
}

/** The one way to the cloud. Reads that get lost are tried once more; writes only by whoever holds the attempt. */
export function makeCall(send: Send): Call {
  return async <A extends ActionName>(action: A, input: Input<A>, { attempt, hat }: Options = {}) => {
    const write = action in writes
    const envelope: Envelope = {
      action,
      input,
      ...(write && { requestId: (attempt ?? newAttempt()).requestId }),
      ...(hat && { hat }),
    }
    if (write) return open<A>(await sendWrite(send, envelope))
    try {
      return open<A>(await send(envelope))
    } catch (thrown) {
      if (!(thrown instanceof Refused) || (thrown.code !== 'OFFLINE' && thrown.code !== 'INTERNAL'))
        throw thrown
      return open<A>(await send(envelope))
    }
  }
}

function open<A extends ActionName>(reply: unknown): Output<A> {
  if (!isReply<A>(reply)) throw new Refused('INTERNAL')
  if (reply.ok) return reply.data
  const { code, message, requestId } = reply.error
  throw new Refused(code, message, requestId)
}

// The functions parse what they are sent; the phone trusts what the functions answer, once it has the shape of one.
function isReply<A extends ActionName>(reply: unknown): reply is Reply<A> {
  return typeof reply === 'object' && reply !== null && 'ok' in reply
}
