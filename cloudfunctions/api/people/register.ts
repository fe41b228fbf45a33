import { Refusal } from '../../../domain/errors.ts'
import { consentVersion } from '../../../domain/people/limits.ts'
import { staffKeys } from '../../../domain/people/staff.ts'
import { presented } from '../../../domain/points/ranking/counting.ts'
import { rankingName } from '../../../domain/points/ranking/standing.ts'
import { command } from '../../store/collection.ts'
import { organisationOrHeir } from '../../store/organisations.ts'
import { people } from '../../store/people.ts'
import { changeStanding } from '../../store/rankings.ts'
import type { UseCase } from '../useCase.ts'

/** 报到: with a community, with consent to the privacy text in force. Again to change it. */
export const register: UseCase<'person.register'> = async ({ person, now }, input) => {
  if (input.consentVersion !== consentVersion) throw new Refusal('CONSENT_OLD')
  const place = await organisationOrHeir(input.communityId)
  if (!place?.active || place.kind !== 'community') throw new Refusal('AREA_NOT_FOUND')
  const community = { id: place._id, name: place.name }
  const { nickname, trade, platform } = input
  const agreed = person.consent?.version === consentVersion
  await people.update(
    { _id: person._id },
    {
      nickname,
      // Others read it once it has passed the content check.
      nameTickAt: now,
      trade,
      platform,
      // What lies above it is noted with it, so that its tasks are found without reading it.
      community: command.set({ ...community, ancestors: place.ancestors }),
      ...(!agreed && { consent: command.set({ version: consentVersion, at: now }) }),
      ...(person.appointments.length > 0 && { staffKeys: staffKeys(person.appointments, nickname, now) }),
    },
  )
  const name = rankingName({ ...person, nickname })
  await changeStanding(person._id, (before) => before && presented(before, { name }, now), now)
  return { community }
}
