import type { Output } from '../../../domain/contract'
import { span } from '../../appeal/words'

const minute = 60_000

export type BoundGroup = Output<'group.list'>['rows'][number]

/** 领过 12 个任务，28 个名额: what the people of a group took. */
export function takenWords({ tasks, claims }: Pick<BoundGroup, 'tasks' | 'claims'>): string {
  return tasks === 0 ? '还没人从这里领过任务' : `领过 ${tasks} 个任务，${claims} 个名额`
}

/** 一般 4 分钟就有人领: how fast the first place goes; undefined before there was any. */
export function firstWords(first: number | null): string | undefined {
  if (first === null) return undefined
  if (first < minute) return '一般不到 1 分钟就有人领'
  return `一般 ${span(first).replace(/分$/, '分钟')}就有人领`
}
