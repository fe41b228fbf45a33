import { appealContract } from '../../../domain/appeal/contract.ts'
import { appealSteps } from '../../../domain/appeal/steps/contract.ts'
import { filingContract } from '../../../domain/filing/contract.ts'
import { reliefContract } from '../../../domain/relief/contract.ts'
import type { UseCases } from '../useCase.ts'
import { accept } from './accept.ts'
import { answerRelief } from './answerRelief.ts'
import { assist } from './assist.ts'
import { confirm } from './confirm.ts'
import { contact } from './contact.ts'
import { counts } from './counts.ts'
import { decideRelief } from './decideRelief.ts'
import { decline } from './decline.ts'
import { dispatch } from './dispatch.ts'
import { escalate } from './escalate.ts'
import { followUp } from './followUp.ts'
import { merge } from './merge.ts'
import { mergeable } from './mergeable.ts'
import { mine } from './mine.ts'
import { note } from './note.ts'
import { reopen } from './reopen.ts'
import { reply } from './reply.ts'
import { resolve } from './resolve.ts'
import { resume } from './resume.ts'
import { giveBack } from './return.ts'
import { review } from './review.ts'
import { search } from './search.ts'
import { seen } from './seen.ts'
import { similar } from './similar.ts'
import { submit } from './submit.ts'
import { submitFor } from './submitFor.ts'
import { support } from './support.ts'
import { suspend } from './suspend.ts'
import { transfer } from './transfer.ts'
import { unmerge } from './unmerge.ts'
import { urge } from './urge.ts'
import { verify } from './verify.ts'
import { view } from './view.ts'
import { withdraw } from './withdraw.ts'
import { work } from './work.ts'

/** What its actions take and give. */
export const contract = { ...appealContract, ...appealSteps, ...filingContract, ...reliefContract }

/** What the router calls for each action whose use case stands here. */
export const useCases = {
  'appeal.submit': submit,
  'appeal.submitFor': submitFor,
  'appeal.mine': mine,
  'appeal.work': work,
  'appeal.counts': counts,
  'appeal.search': search,
  'appeal.mergeable': mergeable,
  'appeal.view': view,
  'appeal.dispatch': dispatch,
  'appeal.contact': contact,
  'appeal.accept': accept,
  'appeal.return': giveBack,
  'appeal.note': note,
  'appeal.reply': reply,
  'appeal.resolve': resolve,
  'appeal.confirm': confirm,
  'appeal.withdraw': withdraw,
  'appeal.verify': verify,
  'appeal.urge': urge,
  'appeal.unmerge': unmerge,
  'appeal.transfer': transfer,
  'appeal.suspend': suspend,
  'appeal.similar': similar,
  'appeal.seen': seen,
  'appeal.support': support,
  'appeal.review': review,
  'appeal.resume': resume,
  'appeal.reopen': reopen,
  'appeal.merge': merge,
  'appeal.followUp': followUp,
  'appeal.escalate': escalate,
  'appeal.decline': decline,
  'appeal.assist': assist,
  'appeal.decideRelief': decideRelief,
  'appeal.answerRelief': answerRelief,
} satisfies Partial<UseCases>
