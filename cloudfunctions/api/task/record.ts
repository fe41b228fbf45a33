import { taskLimits } from '../../../domain/task/limits.ts'
import { byYear, type Done } from '../../../domain/task/record.ts'
import { allDoneBy, tasksDone } from '../../store/tasks.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'

/** 我的志愿时长: what of the caller was verified, the last one first; with the first page the sums of all years. */
export const record: UseCase<'task.record'> = async ({ person }, { cursor }) => {
  const minutesIn = ({ done }: { done: Done[] }) =>
    done.find(({ personId }) => personId === person._id)?.minutes ?? 0
  const [found, all] = await Promise.all([
    tasksDone(person._id, cursorOf(cursor), taskLimits.page + 1),
    cursor === undefined ? allDoneBy(person._id) : [],
  ])
  return {
    ...paged(
      found,
      taskLimits.page,
      ({ from }) => from,
      (task) => ({
        id: task._id,
        title: task.title,
        kind: task.kind,
        from: task.from,
        to: task.to,
        organisation: { id: task.organisation.id, name: task.organisation.name },
        minutes: minutesIn(task),
      }),
    ),
    years: byYear(all.map((task) => ({ from: task.from, minutes: minutesIn(task) }))),
  }
}
