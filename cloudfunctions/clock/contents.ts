import type { Appeal } from '../../domain/appeal/appeal.ts'
import type { Person } from '../../domain/people/person.ts'
import { type About, type Check, checkLimits } from '../../domain/safety/check.ts'
import { nicknamePiece } from '../../domain/safety/naming.ts'
import { pieceOf } from '../../domain/safety/pieces.ts'
import type { Task } from '../../domain/task/task.ts'
import { stepFailed } from '../log.ts'
import { appealsById } from '../store/appeals.ts'
import { changeCheck, checks } from '../store/checks.ts'
import { command } from '../store/collection.ts'
import { temporaryUrls } from '../store/files.ts'
import { people } from '../store/people.ts'
import { tasks } from '../store/tasks.ts'

/** What WeChat is to be asked about, whose it is, and where it can be fetched. */
export interface Content {
  content: string
  openid?: string
  url?: string
}

const minute = 60_000

/**
 * What some checks are about, read at once from where it was said. Undefined, and the check taken away, where it is not
 * there any more.
 */
export async function contentsOf(
  taken: readonly Check[],
  now: number,
): Promise<Map<Check, Content | undefined>> {
  const [appeals, tasksThere, named] = await Promise.all([
    read(taken, 'appeal', appealsById),
    read(taken, 'task', (ids) => tasks.find({ where: { _id: command.in(ids) }, limit: ids.length })),
    read(taken, 'person', peopleById),
  ])
  const said = new Map(
    taken.map((check) => [check, saidIn(check, { appeals, tasks: tasksThere, people: named })]),
  )
  const authors = await read(
    [...said.values()].flatMap((each) =>
      each?.authorId ? [{ about: { kind: 'person', id: each.authorId } }] : [],
    ),
    'person',
    peopleById,
  )
  const files = taken.flatMap((check) => (check.kind === 'text' ? [] : (said.get(check)?.content ?? [])))
  const urls = await addressesOf(files)
  const found = new Map<Check, Content | undefined>()
  for (const [check, piece] of said) {
    if (!piece) await giveUp(check, now)
    const openid = authors.get(piece?.authorId ?? '')?.openid
    const url = urls.get(piece?.content ?? '')
    found.set(check, piece && { content: piece.content, ...(openid && { openid }), ...(url && { url }) })
  }
  return found
}

/** Where files can be fetched; what the store does not give now is asked for again. */
async function addressesOf(fileIds: readonly string[]): Promise<Map<string, string>> {
  try {
    return await temporaryUrls(fileIds)
  } catch (error) {
    stepFailed('files', error)
    return new Map()
  }
}

interface There {
  appeals: Map<string, Appeal>
  tasks: Map<string, Task>
  people: Map<string, Person>
}

function saidIn(
  { about, piece, authorId = '' }: Check,
  there: There,
): { content: string; authorId: string } | undefined {
  if (about.kind === 'appeal') {
    const appeal = there.appeals.get(about.id)
    return appeal && pieceOf(appeal, piece)
  }
  if (about.kind === 'person') {
    const nickname = there.people.get(about.id)?.nickname
    const still = nickname !== undefined && nicknamePiece(nickname) === piece
    return still ? { content: nickname, authorId: about.id } : undefined
  }
  const thanks = there.tasks.get(about.id)?.log.find(({ key }) => key === piece)
  return thanks && { content: thanks.words, authorId }
}

async function read<T extends { _id: string }>(
  of: readonly { about: About }[],
  kind: About['kind'],
  find: (ids: string[]) => Promise<T[]>,
): Promise<Map<string, T>> {
  const ids = [...new Set(of.flatMap(({ about }) => (about.kind === kind ? [about.id] : [])))]
  const found = ids.length > 0 ? await find(ids) : []
  return new Map(found.map((document) => [document._id, document]))
}

const peopleById = (ids: string[]): Promise<Person[]> =>
  people.find({ where: { _id: command.in(ids) }, limit: ids.length })

/** What it was about is gone; or, for thanks, not written down yet. */
async function giveUp(check: Check, now: number): Promise<void> {
  if (now < check.since + checkLimits.unknown) await changeCheck(check, { tickAt: now + minute })
  else await checks.remove(check._id)
}
