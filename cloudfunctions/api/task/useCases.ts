import type { UseCases } from '../useCase.ts'
import { absent } from './absent.ts'
import { beneficiary } from './beneficiary.ts'
import { board } from './board.ts'
import { cancel } from './cancel.ts'
import { checkIn } from './checkIn.ts'
import { checkInFor } from './checkInFor.ts'
import { claim } from './claim.ts'
import { codes } from './codes.ts'
import { create } from './create.ts'
import { decline } from './decline.ts'
import { edit } from './edit.ts'
import { list } from './list.ts'
import { mine } from './mine.ts'
import { record } from './record.ts'
import { release } from './release.ts'
import { share } from './share.ts'
import { spotCheck } from './spotCheck.ts'
import { spots } from './spots.ts'
import { submit } from './submit.ts'
import { teams } from './teams.ts'
import { thank } from './thank.ts'
import { thanked } from './thanked.ts'
import { thanksCode } from './thanksCode.ts'
import { toVerify } from './toVerify.ts'
import { verify } from './verify.ts'
import { view } from './view.ts'
import { wait } from './wait.ts'

export { taskContract as contract } from '../../../domain/task/contract.ts'

/** What the router calls for each action whose use case stands here. */
export const useCases = {
  'task.list': list,
  'task.mine': mine,
  'task.view': view,
  'task.claim': claim,
  'task.wait': wait,
  'task.release': release,
  'task.checkIn': checkIn,
  'task.submit': submit,
  'task.board': board,
  'task.create': create,
  'task.absent': absent,
  'task.teams': teams,
  'task.record': record,
  'task.edit': edit,
  'task.cancel': cancel,
  'task.codes': codes,
  'task.checkInFor': checkInFor,
  'task.toVerify': toVerify,
  'task.verify': verify,
  'task.spots': spots,
  'task.spotCheck': spotCheck,
  'task.share': share,
  'task.decline': decline,
  'task.beneficiary': beneficiary,
  'task.thanksCode': thanksCode,
  'task.thanked': thanked,
  'task.thank': thank,
} satisfies Partial<UseCases>
