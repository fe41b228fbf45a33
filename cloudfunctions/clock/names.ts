import { type Check, checkLimits, newCheck } from '../../domain/safety/check.ts'
import { nicknamePiece } from '../../domain/safety/naming.ts'
import { addChecks, checks } from '../store/checks.ts'
import { command } from '../store/collection.ts'
import { people } from '../store/people.ts'

/** Gives to the content check what people call themselves since it last looked. */
export async function giveNames(now: () => number, until: number): Promise<void> {
  while (now() < until) {
    const at = now()
    const renamed = await people.find({
      where: { nameTickAt: command.lte(at) },
      sort: [
        ['nameTickAt', 'asc'],
        ['_id', 'asc'],
      ],
      limit: checkLimits.batch,
      only: ['nickname', 'community', 'nameTickAt'],
    })
    if (renamed.length === 0) return
    const made = renamed.flatMap(({ _id, nickname, community }): Check[] => {
      if (nickname === undefined) return []
      const scopes = community ? [community.id, ...(community.ancestors ?? [])] : []
      return [
        newCheck({ kind: 'person', id: _id }, { key: nicknamePiece(nickname), kind: 'text' }, at, { scopes }),
      ]
    })
    await addChecks(made)
    // Nobody need look at what they are not called any more.
    await checks.removeAll({
      'about.id': command.in(renamed.map(({ _id }) => _id)),
      state: 'held',
      _id: command.nin(made.map(({ _id }) => _id)),
    })
    // Whoever goes back to what they were called before is called so again.
    await checks.update(
      { _id: command.in(made.map(({ _id }) => _id)), settled: true },
      { settled: false, tickAt: at, turn: command.inc(1) },
    )
    for (const { _id, nameTickAt } of renamed)
      await people.update({ _id, nameTickAt }, { nameTickAt: command.remove() })
  }
}
