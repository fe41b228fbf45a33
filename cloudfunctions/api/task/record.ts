import type { Output } from '../../../domain/contract.ts'
import { taskLimits } from '../../../domain/task/limits.ts'
import { byYear, type Done } from '../../../domain/task/record.ts'
import { allDoneBy, type DoneTask, tasksDone } from '../../store/tasks.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'

/** 我的志愿时长: what of the caller was verified, the last one first; with the first page the sums of all years. */
export const record: UseCase<'task.record'> = async ({ person }, { cursor }) => {
  const minutesIn = (task: { done: Done[] }) => minutesOf(task, person._id)
  const [found, all] = await Promise.all([
    tasksDone(person._id, cursorOf(cursor), taskLimits.page + 1),
    cursor === undefined ? allDoneBy(person._id) : [],
  ])
  return {
    ...paged(
      found,
      taskLimits.page,
      ({ from }) => from,
      (task) => doneRow(task, person._id),
    ),
    years: byYear(all.map((task) => ({ from: task.from, minutes: minutesIn(task) }))),
  }
}

const minutesOf = ({ done }: { done: Done[] }, of: string) =>
  done.find(({ personId }) => personId === of)?.minutes ?? 0

/** Work that somebody did and was verified. */
export function doneRow(task: DoneTask, personId: string): Output<'task.record'>['rows'][number] {
  const { _id, title, kind, from, to, organisation } = task
  return {
    id: _id,
    title,
    kind,
    from,
    to,
    organisation: { id: organisation.id, name: organisation.name },
    minutes: minutesOf(task, personId),
  }
}
