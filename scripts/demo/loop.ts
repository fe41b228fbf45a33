import type { Category } from '../../domain/appeal/categories.ts'
import { type Kind, kindNames } from '../../domain/appeal/names.ts'
import { threeKeys } from '../../domain/appeal/suggest/measure.ts'
import { suggest, train } from '../../domain/appeal/suggest/model.ts'
import { lessonBook } from '../../domain/appeal/suggest/shipped.ts'
import type { AppealView, Input } from '../../domain/contract.ts'
import { type OrganisationKind, type Role, type Trade, tradeNames } from '../../domain/people/roles.ts'
import type { Organisation } from '../../domain/place/organisation.ts'
import type { LocalCloud } from '../../localcloud/start.ts'
import { loadPeople } from '../load/people.ts'
import { type Phone, phoneOf, uploadPhoto } from '../load/phone.ts'
import type { Sample } from './samples.ts'

/** What `--json` prints for an appeal. */
export interface Result {
  id: string
  body: string | null
  trade: string | null
  organisation: string | null
  organisationCode: string | null
  state: string
  ruleId: string | null
  /** Why this organisation; for one that was refused, the sentence that the rider reads. */
  reason: string
  expectedBody: string | null
  /** The three likeliest categories of its words, as the form would show them. */
  suggested: Category[]
  /** Closed, and at the body that was expected. */
  holds: boolean
}

const unknown: Omit<Result, 'id' | 'reason' | 'state' | 'expectedBody' | 'suggested'> = {
  body: null,
  trade: null,
  organisation: null,
  organisationCode: null,
  ruleId: null,
  holds: false,
}

export interface Outcome {
  result: Result
  view: AppealView | undefined
}

/** Whoever handles appeals in a kind of organisation. */
const handlerOf: Partial<Record<OrganisationKind, Role>> = {
  community: 'gridWorker',
  street: 'secretary',
  district: 'secretary',
  tradeCommittee: 'officer',
  newSectorCommittee: 'supervisor',
}

/** Sends an appeal as its rider, handles it as somebody of the organisation that it reached, confirms it. */
export async function runLoop(
  cloud: LocalCloud,
  organisations: readonly Organisation[],
  sample: Sample,
): Promise<Outcome> {
  const openid = `demo-rider-${sample.id}`
  const rider = phoneOf(cloud, openid)
  const expectedBody = sample.expected?.body ?? null
  const suggested = suggestedFor(sample)
  let state = 'refused'
  try {
    const before = sample.kind === 'snap' ? [await uploadPhoto(cloud, openid, photo)] : []
    const sent = await rider('appeal.submit', submission(sample, before))
    state = sent.state
    const holder = organisations.find(({ _id }) => _id === sent.organisation.id)
    const role = holder && handlerOf[holder.kind]
    if (!holder || !role) throw new Error(`${sent.organisation.name} has nobody who handles appeals`)
    const worker = await workerOf(cloud, holder, role, organisations)
    const { id } = sent
    await worker.call('appeal.accept', { id, version: 1 })
    await worker.call('appeal.note', { id, version: 2, words: '已经联系上，正在办。' })
    if (sample.relief) await waive(worker.call, id, 3)
    const version = sample.relief ? 5 : 3
    const after = await uploadPhoto(cloud, worker.openid, photo)
    await worker.call('appeal.resolve', { id, version, words: '办好了，请您看看。', photos: [after] })
    await rider('appeal.confirm', { id, version: version + 1, answer: 'satisfied' })
    const view = await rider('appeal.view', { id })
    state = view.state
    const trade = holder.trade ?? null
    const expectedTrade = sample.expected?.trade ?? null
    const reached =
      (expectedBody === null || holder.kind === expectedBody) &&
      (expectedTrade === null || trade === expectedTrade)
    const result = {
      id: sample.id,
      body: holder.kind,
      trade,
      organisation: holder.name,
      organisationCode: holder._id,
      state,
      ruleId: sent.dispatch.ruleId,
      reason: sent.dispatch.reason,
      expectedBody,
      suggested,
      holds: state === 'closed' && reached,
    }
    return { result, view }
  } catch (error) {
    const reason = (error as Error).message
    return {
      result: { id: sample.id, ...unknown, state, reason, expectedBody, suggested, holds: false },
      view: undefined,
    }
  }
}

/** A relief is decided on and written for, and the platform gives way, before it is resolved. */
async function waive(officer: Phone, id: string, version: number): Promise<void> {
  await officer('appeal.decideRelief', { id, version, approved: true })
  await officer('appeal.answerRelief', { id, version: version + 1, answer: 'waived' })
}

const model = train(lessonBook)

/** What the words say, with the kind and trade that the form knows; a sample's own category is not looked at. */
function suggestedFor({ text, kind, trade }: Sample): Category[] {
  const known = { ...(isKind(kind) && { kind }), ...(isTrade(trade) && { trade }) }
  return threeKeys(suggest(model, text, known), known.kind)
}
const isKind = (kind: string): kind is Kind => Object.hasOwn(kindNames, kind)
const isTrade = (trade: string): trade is Trade => Object.hasOwn(tradeNames, trade)

async function workerOf(
  cloud: LocalCloud,
  { _id }: Organisation,
  role: Role,
  organisations: readonly Organisation[],
): Promise<{ call: Phone; openid: string }> {
  const openid = `demo-${role}-${_id}`
  await loadPeople([{ openid, name: '', note: '', role, organisationId: _id }], organisations, Date.now())
  return { call: phoneOf(cloud, openid, `${role}-${_id}`), openid }
}

// The smallest thing that is a JPEG: the demo is about the way, not the picture.
const photo = Buffer.from('ffd8ffd9', 'hex')

/** The sample as the form would send it; values that no form offers go as they are, to be refused. */
function submission(sample: Sample, photos: string[]): Input<'appeal.submit'> {
  const { kind, trade, text, category, urgency, relief } = sample
  return {
    kind,
    trade,
    text,
    category,
    ...(urgency !== undefined && { urgency }),
    photos,
    area: sample.communityCode ?? sample.districtCode ?? '2101',
    ...(relief && {
      relief: {
        platform: relief.platform,
        orderNumber: relief.orderNo,
        // Wherever the demo runs, whatever its clock says, it has happened.
        occurredAt: Math.min(Date.parse(relief.occurredAt), Date.now()),
        fineYuan: relief.fineYuan,
        cause: relief.cause,
      },
    }),
  } as Input<'appeal.submit'>
}
