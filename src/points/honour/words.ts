import type { Output } from '../../../domain/contract'
import { date } from '../../appeal/words'

type Honour = Pick<Output<'honour.view'>, 'state' | 'noticeEnds' | 'objected' | 'mine'>

/** Where it stands, and what comes next. */
export function stateWords({ state, noticeEnds, objected, mine }: Honour, now: number): string {
  switch (state) {
    case 'proposed':
      return '要另一位书记或街道复核，同意了才公示。'
    case 'notice':
      return objected
        ? `您说的话收到了。公示到 ${date(noticeEnds, now)}，有人会看过再定。`
        : `公示到 ${date(noticeEnds, now)}，没有异议就授予。`
    case 'contested':
      return '公示时有人有话说，正在核对，结果会告诉您。'
    case 'awarded':
      return '公示过了，正式授予。'
    case 'refused':
      return '这次没评上，做的都记着。'
    case 'declined':
      return mine ? '您说不要，别人看不到。' : '本人不要。'
  }
}
