import type { Organisation } from '../../../domain/place/organisation.ts'
import { type Claim, derived, type Task } from '../../../domain/task/task.ts'

const day = 24 * 3_600_000
/** Claims of one task: two million on two hundred thousand tasks. */
const claimed = 10
/** Of a year's tasks those of the last few days are still ahead. */
const aheadShare = 50

/** Tasks of a city over a year, each with ten claims of its people; by its number always the same one. */
export function* tasksOf(
  communities: readonly Organisation[],
  size: number,
  people: number,
  now: number,
): Generator<Task> {
  for (let number = 0; number < size; number += 1) {
    const community = communities[number % communities.length]
    if (!community) return
    const ahead = number % aheadShare === 0
    const from = ahead ? now + (1 + (number % 7)) * day : now - (1 + (number % 365)) * day
    yield taskOf(community, number, from, ahead, people)
  }
}

function taskOf(community: Organisation, number: number, from: number, ahead: boolean, people: number): Task {
  const { _id: id, name, kind, area, ancestors } = community
  const claims = Array.from({ length: claimed }, (_, index) =>
    claimOf(`crowd-${(number * claimed + index) % people}`, `${number}-${index}`, from, ahead),
  )
  // Around the middle of Shenyang, a few streets from each other.
  const point = {
    longitude: 123.2 + ((number * 7919) % 6000) / 10_000,
    latitude: 41.65 + ((number * 104_729) % 3000) / 10_000,
  }
  return derived({
    _id: `task-${number}`,
    title: `第 ${number} 个任务`,
    words: '工具在社区门口，拿了就干。',
    kind: 'cleaning',
    tags: [],
    place: { name: '北门', point },
    radius: 200,
    from,
    to: from + 2 * 3_600_000,
    repeat: 'none',
    places: claimed + 5,
    points: 4,
    proof: ['code', 'photo'],
    memberDays: 0,
    muster: false,
    phase: 'published',
    organisation: { id, name, kind, area, ancestors },
    scopes: [id, ...ancestors],
    team: null,
    beneficiary: false,
    publisher: { personId: 'crowd-0', role: 'gridWorker', title: '网格员', organisation: { id, name } },
    cell: null,
    free: 5,
    claims,
    waiting: [],
    holders: [],
    involved: [],
    done: [],
    busy: [],
    listed: ahead,
    proofAt: 0,
    spotFor: null,
    pairs: [],
    causes: [],
    misses: [],
    fresh: [],
    outbox: [],
    calling: null,
    cards: [],
    series: null,
    secret: 'secret',
    log: [],
    tickAt: 0,
    createdAt: from - day,
    updatedAt: from,
    version: 1,
    turn: 20,
  })
}

function claimOf(personId: string, id: string, from: number, ahead: boolean): Claim {
  const at = from + 3_600_000
  return {
    id,
    personId,
    name: '小蜂',
    state: ahead ? 'claimed' : 'verified',
    at: from - 3_600_000,
    until: null,
    groupId: null,
    checkIn: ahead ? null : { at: from, by: 'code' },
    proof: ahead ? null : { at, photos: [`cloud://local/photos/${id}.jpg`], words: '' },
    verdict: ahead
      ? null
      : { at, by: { personId: 'crowd-0', role: 'gridWorker', title: '网格员' }, accepted: true, words: '' },
    spot: null,
    steps: [],
  }
}
