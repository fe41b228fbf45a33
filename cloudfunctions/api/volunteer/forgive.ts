import { Refusal } from '../../../domain/errors.ts'
import type { Person } from '../../../domain/people/person.ts'
import type { Organisation } from '../../../domain/place/organisation.ts'
import { taskNewsWords } from '../../../domain/task/news.ts'
import { pausedUntil } from '../../../domain/task/standing.ts'
import { deliverIn } from '../../store/notices.ts'
import { organisationOrHeir } from '../../store/organisations.ts'
import { people } from '../../store/people.ts'
import { tasks } from '../../store/tasks.ts'
import { audited, requestKey } from '../audited.ts'
import { requireGranted } from '../people/requireOrganisation.ts'
import type { UseCase } from '../useCase.ts'

/** 解除暂停: what somebody missed so far counts no more; they are told. */
export const forgive: UseCase<'volunteer.forgive'> = (context, { personId, taskId }) => {
  const { caller, now } = context
  return audited(context, 'volunteer.forgive', async (transaction) => {
    const person = await transaction.get(people, personId)
    const home = person && (await homeOf(person))
    if (!person || !home) throw new Refusal('PERSON_NOT_FOUND')
    requireGranted(context, 'volunteer.forgive', home)
    if (personId === caller.personId) throw new Refusal('FORGIVE_OWN')
    const task = await tasks.get(taskId)
    if (!task) throw new Refusal('TASK_NOT_FOUND')
    if (pausedUntil(person.volunteering, now) === undefined) throw new Refusal('NOT_PAUSED')
    await transaction.update(people, personId, { 'volunteering.forgivenAt': now })
    await deliverIn(transaction, {
      _id: `${requestKey(context)}-forgiven`,
      personId,
      at: now,
      news: 'taskForgiven',
      ...taskNewsWords('taskForgiven', { title: '', words: '' }),
      about: { id: taskId, as: 'volunteer' },
      read: false,
    })
    return {
      answer: {},
      organisation: home,
      subjectId: personId,
      words: `在「${task.title}」没来的名单里解除暂停`,
    }
  })
}

/** Whose volunteer somebody is: of the community that they registered with, else of where they work. */
async function homeOf({ community, appointments }: Person): Promise<Organisation | undefined> {
  const id = community?.id ?? appointments[0]?.organisation.id
  return id === undefined ? undefined : organisationOrHeir(id)
}
