import { randomBytes } from 'node:crypto'
import { indexes } from '../../cloudfunctions/store/indexes.ts'
import { type ActionName, contract, type Input, type Output, type Reply } from '../../domain/contract.ts'
import type { Refusal } from '../../domain/errors.ts'
import type { Organisation } from '../../domain/place/organisation.ts'
import type { Script } from '../../localcloud/openapi/openapi.ts'
import type { Preview } from '../../localcloud/preview/serve.ts'
import { type LocalCloud, startCloud } from '../../localcloud/start.ts'
import { cityOrganisations, loadCity } from '../../scripts/load/city.ts'
import { connect } from '../../scripts/load/connect.ts'
import { loadPeople, type Somebody } from '../../scripts/load/people.ts'
import { previewChecks, pushed } from '../../scripts/load/wechat.ts'
import { builtFunctions } from './functions.ts'

/** Someone at their phone. */
export interface Phone {
  /** Calls an action and returns its data, checked against the contract; throws what was refused. */
  call<A extends ActionName>(action: A, input: Input<A>, requestId?: string): Promise<Output<A>>
  /** The same, but answers the refusal. */
  refused<A extends ActionName>(
    action: A,
    input: unknown,
    requestId?: string,
  ): Promise<Pick<Refusal, 'code' | 'message'>>
  /** Sends an envelope as it is. */
  send(envelope: unknown): Promise<Reply<ActionName>>
  /** Uploads a photo, by default one that nobody has taken before; its file id. */
  photo(of?: string): Promise<string>
  /** Uploads a recording; its file id. */
  voice(): Promise<string>
  personId(): Promise<string>
}

export interface TestCloud {
  local: LocalCloud
  organisations: Organisation[]
  phone(openid: string, hat?: string): Phone
  /** Lets someone work for an organisation; their phone, under that hat. */
  staff(somebody: Required<Pick<Somebody, 'openid' | 'role' | 'organisationId'>>): Promise<Phone>
  /** The timer comes until what has been said has passed WeChat's content check. */
  passed(): Promise<void>
  /** Time passes for somebody: what they did lately does not count against them any more. */
  rest(openid: string): Promise<void>
  close(): Promise<void>
}

/** The functions on a fresh local cloud in memory, with the organisations of some districts (all: the whole city). */
export async function startTestCloud({
  districts,
  preview,
  openapi,
  countsEvery = 60 * 60_000,
}: {
  districts: readonly string[] | 'all'
  preview?: Preview
  /** What WeChat answers, beside its content check, which all passes. */
  openapi?: Script
  /** Milliseconds after which a function hands over its counts; tests that count wire requests want none of it. */
  countsEvery?: number
}): Promise<TestCloud> {
  let open = true
  const checks = previewChecks((word) =>
    cloud.call('mediacheck', word, pushed).catch((error: unknown) => {
      // Word of a file can come when everything is over.
      if (open) throw error
    }),
  )
  const cloud: LocalCloud = await startCloud({
    functions: await builtFunctions(),
    indexes,
    ...(preview && { preview }),
    openapi: { ...checks, ...openapi },
    env: { COUNTS_EVERY: String(countsEvery) },
  })
  connect(cloud.url)
  const organisations = cityOrganisations('2101').filter(
    ({ area, ancestors }) =>
      districts === 'all' || [area, ...ancestors].some((id) => districts.includes(id)) || area === '2101',
  )
  await loadCity(organisations)
  const phone = (openid: string, hat?: string): Phone => {
    const send = async (envelope: unknown) =>
      (await cloud.call('api', envelope, { openid })) as Reply<ActionName>
    const ask = (action: ActionName, input: unknown, requestId?: string) =>
      send({
        action,
        input,
        ...(contract[action]?.write && { requestId: requestId ?? newRequestId() }),
        ...(hat !== undefined && { hat }),
      })
    const self: Phone = {
      send,
      async call<A extends ActionName>(action: A, input: Input<A>, requestId?: string) {
        const reply = await ask(action, input, requestId)
        if (!reply.ok) throw Object.assign(new Error(reply.error.message), { code: reply.error.code })
        return contract[action].output.parse(reply.data) as Output<A>
      },
      async refused(action, input, requestId) {
        const reply = await ask(action, input, requestId)
        if (reply.ok) throw new Error(`${action} was not refused`)
        return reply.error
      },
      async personId() {
        return (await self.call('person.me', {})).personId
      },
      async photo(of = newRequestId()) {
        const path = `photos/${newRequestId()}.jpg`
        const bytes = Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.from(of), Buffer.from([0xff, 0xd9])])
        return cloud.upload(path, bytes, 'image/jpeg', openid)
      },
      async voice() {
        const path = `voices/${newRequestId()}.mp3`
        return cloud.upload(path, Buffer.from([0xff, 0xf3, 0x40, 0xc4]), 'audio/mpeg', openid)
      },
    }
    return self
  }
  return {
    local: cloud,
    organisations,
    phone,
    async staff(somebody) {
      await loadPeople([{ ...somebody, name: '', note: '' }], organisations, Date.now())
      return phone(somebody.openid, `${somebody.role}-${somebody.organisationId}`)
    },
    async passed() {
      const { checks } = await import('../../cloudfunctions/store/checks.ts')
      const { command } = await import('../../cloudfunctions/store/collection.ts')
      // The appeals give their words and files to the check, the check asks, and WeChat's word of files is heard.
      for (let run = 0; run < 20; run += 1) {
        await cloud.trigger('clock')
        if ((await checks.count({ state: command.in(['waiting', 'asked']) })) === 0) return
        await new Promise((resolve) => setTimeout(resolve, 150))
      }
      throw new Error('something has not passed the content check')
    },
    async rest(openid) {
      const { people } = await import('../../cloudfunctions/store/people.ts')
      const { command } = await import('../../cloudfunctions/store/collection.ts')
      await people.update({ openid }, { rates: command.remove() })
    },
    close: () => {
      open = false
      return cloud.close()
    },
  }
}

export const newRequestId = (): string => randomBytes(16).toString('hex')
