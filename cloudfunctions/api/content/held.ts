import { maskContacts } from '../../../domain/appeal/privacy.ts'
import type { Output } from '../../../domain/contract.ts'
import { Refusal } from '../../../domain/errors.ts'
import { granted } from '../../../domain/permission.ts'
import { areaSeenFrom } from '../../../domain/place/organisation.ts'
import type { Check } from '../../../domain/safety/check.ts'
import { heldShown } from '../../../domain/safety/contract.ts'
import { nicknamePiece } from '../../../domain/safety/naming.ts'
import { heldChecks } from '../../store/checks.ts'
import { command } from '../../store/collection.ts'
import { people } from '../../store/people.ts'
import { tasks } from '../../store/tasks.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'

type Row = Output<'content.held'>['rows'][number]

/** 内容待看: nicknames and thanks that wait for a person, in the area of the hat. */
export const held: UseCase<'content.held'> = async ({ caller: { hat } }, { cursor }) => {
  if (!hat || !granted('content.held', hat.role, ['organisation'])) throw new Refusal('NOT_YOURS')
  const scope = areaSeenFrom(hat.organisation) ?? hat.organisation.id
  const found = await heldChecks(scope, cursorOf(cursor), heldShown + 1)
  const said = await saidOf(found)
  const { rows, next } = paged(
    found,
    heldShown,
    ({ since }) => since,
    (check) => said.get(check),
  )
  return { rows: rows.filter((row) => row !== undefined), ...(next && { next }) }
}

/** What each is about, where it is still there. */
async function saidOf(found: readonly Check[]): Promise<Map<Check, Row>> {
  const ids = (kind: Check['about']['kind']) =>
    found.filter(({ about }) => about.kind === kind).map(({ about }) => about.id)
  const [persons, done] = await Promise.all([
    people.find({ where: { _id: command.in(ids('person')) }, limit: found.length + 1, only: ['nickname'] }),
    tasks.find({ where: { _id: command.in(ids('task')) }, limit: found.length + 1, only: ['title', 'log'] }),
  ])
  const rows = found.map((check): [Check, Row | undefined] => {
    const { about, piece, since } = check
    if (about.kind === 'person') {
      const nickname = persons.find(({ _id }) => _id === about.id)?.nickname
      const still = nickname !== undefined && nicknamePiece(nickname) === piece
      return [
        check,
        still ? { about: { kind: 'person', id: about.id }, piece, words: nickname, since } : undefined,
      ]
    }
    const task = done.find(({ _id }) => _id === about.id)
    const thanks = task?.log.find(({ key }) => key === piece)
    if (!task || !thanks) return [check, undefined]
    const words = maskContacts(thanks.words)
    return [check, { about: { kind: 'task', id: about.id }, piece, words, title: task.title, since }]
  })
  return new Map(rows.filter((row): row is [Check, Row] => row[1] !== undefined))
}
