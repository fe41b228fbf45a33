import type { UseCases } from '../useCase.ts'
import { candidates } from './candidates.ts'
import { decide } from './decide.ts'
import { decline } from './decline.ts'
import { mine } from './mine.ts'
import { nominate } from './nominate.ts'
import { object } from './object.ts'
import { publicList } from './public.ts'
import { queue } from './queue.ts'
import { refuse } from './refuse.ts'
import { sign } from './sign.ts'
import { view } from './view.ts'

export { honourContract as contract } from '../../../domain/honour/contract.ts'

/** What the router calls for each action whose use case stands here. */
export const useCases = {
  'honour.public': publicList,
  'honour.view': view,
  'honour.mine': mine,
  'honour.object': object,
  'honour.decline': decline,
  'honour.candidates': candidates,
  'honour.nominate': nominate,
  'honour.queue': queue,
  'honour.sign': sign,
  'honour.refuse': refuse,
  'honour.decide': decide,
} satisfies Partial<UseCases>
