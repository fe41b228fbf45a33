import { leave } from '../../../domain/task/claiming.ts'
import type { Cursor } from '../../store/cursor.ts'
import { tasksInvolving } from '../../store/tasks.ts'
import type { Context } from '../useCase.ts'
import { changeTask } from './change.ts'

const batch = 50

/** 注销: places that are ahead are given back, the name goes from all others; done twice, it is done once. */
export async function leaveTasks(context: Pick<Context, 'person' | 'now'>): Promise<void> {
  const { person, now } = context
  for (const listed of [true, false]) {
    let from: Cursor | undefined
    do {
      const found = await tasksInvolving(person._id, listed, from, batch)
      await Promise.all(
        found.map(({ _id }) => changeTask(context, _id, (task) => leave(task, person._id, now))),
      )
      const last = found.at(-1)
      from = found.length === batch && last ? [last.from, last._id] : undefined
    } while (from)
  }
}
