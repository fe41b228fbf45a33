import { readFileSync } from 'node:fs'
import type { Appeal } from '../../../domain/appeal/appeal.ts'
import { confirm, withdraw } from '../../../domain/appeal/asking.ts'
import type { Category } from '../../../domain/appeal/categories.ts'
import { type Attempt, afterStep, type Decision } from '../../../domain/appeal/decisions.ts'
import { accept, note, resolve } from '../../../domain/appeal/handling.ts'
import { titleOf } from '../../../domain/appeal/privacy.ts'
import { keysOf, scopesOf } from '../../../domain/appeal/search/keys.ts'
import { submission } from '../../../domain/appeal/submission.ts'
import {
  hatOrganisation,
  type Organisation,
  organisationReference,
} from '../../../domain/place/organisation.ts'

/** The community whose lists are measured; as full in a town as in a city. */
export const kaixuan = '210103014001'
export const atKaixuan = 360
export const workerId = 'bench-worker'
export const riderId = 'bench-rider'
const minute = 60_000
const day = 1440 * minute

interface Sample {
  text: string
  category: Category
}
const samples = JSON.parse(
  readFileSync(new URL('../../../data/appeals-sample.json', import.meta.url), 'utf8'),
) as Sample[]

/**
 * A city's appeals, one after the other: of most the log is that of one that was closed (5 events), of one in twenty
 * that of one in hand. The logs are copied from a few real ones, so that a million is there in minutes; all that lists
 * and searches go by is each one's own. Those of the measured community come first.
 */
export function* crowd(size: number, organisations: readonly Organisation[], now: number): Generator<Appeal> {
  const communities = organisations.filter(({ kind }) => kind === 'community')
  const measured = communities.find(({ _id }) => _id === kaixuan)
  const others = communities.filter(({ _id }) => _id !== kaixuan)
  if (!measured) throw new Error('the measured community is not there')
  const fates = fatesAt(measured, now)
  for (let index = 0; index < size; index += 1) {
    const here = index < atKaixuan
    const holder = here ? measured : (others[index % others.length] ?? measured)
    // At the measured community every other one is in hand; elsewhere one in twenty.
    const inHand = here ? index % 2 === 0 : index % 20 === 0
    const fate = inHand
      ? fates.inHand[(index / (here ? 2 : 20)) % fates.inHand.length]
      : fates.ended[index % fates.ended.length]
    if (fate) yield numbered(fate, index, size, holder, here, now)
  }
}

function numbered(
  fate: Appeal,
  index: number,
  size: number,
  holder: Organisation,
  here: boolean,
  now: number,
): Appeal {
  // A few things are said there often, so that every search finds more than a page in a town and in a city.
  const said = here ? index % 5 : index % samples.length
  const { text, category } = samples[said] ?? { text: '', category: 'other' as const }
  // Spread over three years, each at a moment of its own.
  const age = Math.floor(((index * 7919) % size) * ((3 * 365 * day) / size)) + index
  const createdAt = now - age
  // What is in hand is due within a week before or after: late, today or later.
  const due = fate.working ? now + (((index / 2) % 14) - 6.5) * (here ? 0.7 * day : day) : fate.dueAt
  const appeal: Appeal = {
    ...fate,
    _id: index.toString(16).padStart(24, '0'),
    number: `${String((index % 12) + 1).padStart(2, '0')}${String((index % 28) + 1).padStart(2, '0')}-${String(index % 1_000_000).padStart(6, '0')}`,
    title: titleOf(text, ''),
    text,
    category,
    reporterId: here ? riderId : `person-${index % Math.ceil(size / 5.4)}`,
    organisation: organisationReference(holder),
    place: { area: holder._id, name: holder.name, location: holder.location },
    dueAt: Math.floor(due),
    createdAt,
    updatedAt: createdAt + day,
    // Whatever the timer is measured with becomes due by what is done to it.
    tickAt: now + 365 * day,
    outbox: [],
  }
  return { ...appeal, scopes: scopesOf(appeal), keys: keysOf(appeal) }
}

/** A few real appeals with their logs. */
function fatesAt(holder: Organisation, now: number): { inHand: Appeal[]; ended: Appeal[] } {
  const { text, category } = samples[0] ?? { text: '', category: 'other' as const }
  const rider = { personId: riderId, hat: undefined }
  const worker = {
    personId: workerId,
    hat: { id: 'hat', role: 'gridWorker' as const, organisation: hatOrganisation(holder) },
  }
  let requests = 0
  const by = <C extends Attempt['caller']>(caller: C) => ({
    caller,
    now,
    requestId: `crowd-request-${++requests}`,
  })
  const route = {
    organisation: holder,
    assistants: [],
    dispatch: { ruleId: 'community', ruleNumber: 8, ruleVersion: 1, reason: '这类事归所在的社区。' },
    confidential: false,
    placed: true,
  }
  const input = {
    kind: 'request' as const,
    category,
    urgency: 'normal' as const,
    text,
    photos: [],
    area: holder._id,
    identity: 'shielded' as const,
    trade: 'delivery' as const,
    channel: 'home' as const,
  }
  const named = { personId: workerId, title: '网格员' }
  const after = (appeal: Appeal, ...steps: ((appeal: Appeal) => Decision)[]) =>
    steps.reduce((before, step) => afterStep(before, step(before)), appeal)
  const sent = submission('0'.repeat(24), input, holder, route, named, by(rider))
  const taken = after(sent, (appeal) => accept(appeal, by(worker)))
  const noted = after(taken, (appeal) =>
    note(appeal, by(worker), { words: '和物业约了周五看现场。', photos: [], internal: false }),
  )
  const solved = after(noted, (appeal) =>
    resolve(appeal, by(worker), { words: '小门开到 23:00，有人值班。', photos: [], unsolved: false }),
  )
  const closed = after(solved, (appeal) => confirm(appeal, by(rider), 'satisfied', ''))
  const again = after(
    solved,
    (appeal) => confirm(appeal, by(rider), 'unsatisfied', '昨晚还是锁着'),
    (appeal) => resolve(appeal, by(worker), { words: '换了锁，今晚起开。', photos: [], unsolved: false }),
    (appeal) => confirm(appeal, by(rider), 'partly', ''),
  )
  const withdrawn = after(sent, (appeal) => withdraw(appeal, by(rider), ''))
  return {
    inHand: [sent, taken, sent, noted, sent, taken],
    ended: [closed, closed, closed, again, closed, withdrawn, closed],
  }
}
