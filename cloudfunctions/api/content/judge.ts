import { relationsTo } from '../../../domain/appeal/privacy.ts'
import { Refusal } from '../../../domain/errors.ts'
import { granted, type Relation } from '../../../domain/permission.ts'
import { type Organisation, standingTo } from '../../../domain/place/organisation.ts'
import { type About, checkId, isDecided } from '../../../domain/safety/check.ts'
import { judged } from '../../../domain/safety/judging.ts'
import { pieceOf } from '../../../domain/safety/pieces.ts'
import { settleTogether } from '../../carry/verdicts.ts'
import { appeals } from '../../store/appeals.ts'
import { checks } from '../../store/checks.ts'
import { people } from '../../store/people.ts'
import { tasks } from '../../store/tasks.ts'
import { audited } from '../audited.ts'
import type { Context, UseCase } from '../useCase.ts'

/** 可以公开 or 不公开: the judgement and its audit entry together; it takes effect right after, or by the timer. */
export const judge: UseCase<'content.judge'> = async (context, { about, piece, open }) => {
  const { caller, now } = context
  const { organisation, authorId, words, relations } = await whose(about, piece, context)
  if (!granted('content.judge', caller.hat?.role, relations)) throw new Refusal('NOT_YOURS')
  const id = checkId(about, piece)
  const answer = await audited(context, 'content.judge', async (transaction) => {
    const check = await transaction.get(checks, id)
    const state = judged(check, open, { personId: caller.personId, authorId })
    const turn = (check?.turn ?? 0) + 1
    await transaction.update(checks, id, { state, settled: false, tickAt: now, turn })
    return { answer: { open }, organisation, words: `${words}：${open ? '可以公开' : '不公开'}` }
  })
  const check = await checks.get(id)
  if (check && isDecided(check) && !check.settled) await settleTogether([check], now)
  return answer
}

interface Whose {
  organisation: Pick<Organisation, '_id' | 'name' | 'ancestors'>
  authorId: string
  /** What the audit calls it. */
  words: string
  relations: readonly Relation[]
}

/** Where it was said, by whom, and how the caller stands to that; refuses what is not there. */
async function whose({ kind, id }: About, piece: string, { caller }: Context): Promise<Whose> {
  const gone = new Refusal('CONTENT_NOT_HELD')
  if (kind === 'appeal') {
    const appeal = await appeals.get(id)
    if (!appeal) throw new Refusal('APPEAL_NOT_FOUND')
    const { id: _id, name, ancestors } = appeal.organisation
    const authorId = pieceOf(appeal, piece)?.authorId ?? ''
    const relations = relationsTo(appeal, caller)
    return { organisation: { _id, name, ancestors }, authorId, words: appeal.number, relations }
  }
  const { community, authorId, words } = kind === 'person' ? await named(id) : await thanked(id)
  if (!community) throw gone
  const organisation = { _id: community.id, name: community.name, ancestors: community.ancestors ?? [] }
  const standing = standingTo(organisation, caller.hat)
  return { organisation, authorId, words, relations: standing ? [standing] : [] }
}

async function named(id: string) {
  const person = await people.get(id)
  return { community: person?.community, authorId: id, words: '称呼' }
}

async function thanked(id: string) {
  const task = await tasks.get(id)
  return { community: task?.organisation, authorId: '', words: '感谢的话' }
}
