import { peopleLimits } from '../../../domain/people/limits.ts'
import { looksAt } from '../../store/contacts.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'

/** 谁看过我的电话, newest first. */
export const looks: UseCase<'person.looks'> = async ({ person }, { cursor }) => {
  const found = await looksAt(person._id, cursorOf(cursor), peopleLimits.page + 1)
  return paged(
    found,
    peopleLimits.page,
    ({ at }) => at,
    ({ _id, by, appeal, reason, at }) => ({
      id: _id,
      who: by.organisation ? `${by.organisation.name} · ${by.title}` : by.title,
      appeal,
      reason,
      at,
    }),
  )
}
