import type { Output } from '../../../domain/contract.ts'
import { peopleLimits } from '../../../domain/people/limits.ts'
import { type Look, looksAt } from '../../store/contacts.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'

/** 谁看过我的电话, newest first. */
export const looks: UseCase<'person.looks'> = async ({ person }, { cursor }) => {
  const found = await looksAt(person._id, cursorOf(cursor), peopleLimits.page + 1)
  return paged(found, peopleLimits.page, ({ at }) => at, lookView)
}

/** A look as the person whose phone it was sees it. */
export function lookView({ _id, by, appeal, reason, at }: Look): Output<'person.looks'>['rows'][number] {
  const who = by.organisation ? `${by.organisation.name} · ${by.title}` : by.title
  return { id: _id, who, appeal, reason, at }
}
