import { pay } from '../../../cloudfunctions/carry/pay.ts'
import type { ActionName, Reply } from '../../../domain/contract.ts'
import type { LocalCloud } from '../../../localcloud/start.ts'
import { atMost, type Measure } from '../measure.ts'
import { personId } from './crowd.ts'
import { requestsOf } from './wire.ts'

const part = 'points'
/** Of one payment that nobody disturbs; every further try begins the transaction anew. */
const undisturbed = 6
const ofTry = 5
const atOnce = 100

/** 1,000 verified claims of one community, all at once: how often a payment had to be tried again. */
export async function payInParallel(communityId: string, now: number): Promise<Measure[]> {
  const claims = Array.from({ length: 1000 }, (_, index) => ({
    key: `bench:parallel:${index}`,
    kind: 'taskVerified' as const,
    personId: personId(index),
    communityId,
    cityId: '2101',
    title: '看秩序',
    at: now,
    points: 4,
  }))
  const counts: number[] = []
  // As many functions at once as WeChat runs by default; each takes the next one when it is done.
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let claim = claims.pop(); claim; claim = claims.pop()) {
        const cause = claim
        counts.push(await requestsOf(() => pay(cause, now)))
      }
    }),
  )
  const retries = counts
    .map((count) => Math.max(0, Math.ceil((count - undisturbed) / ofTry)))
    .sort((a, b) => a - b)
  return [
    atMost({ part, name: 'pay: wire requests', value: Math.min(...counts), unit: 'requests' }, undisturbed),
    atMost({ part, name: '1,000 at once: retries, median', value: retries[500] ?? 0, unit: 'retries' }, 0),
    { part, name: '1,000 at once: retries, most', value: retries.at(-1) ?? 0, unit: 'retries' },
  ]
}

/** 200 people ask for the last five pieces. */
export async function sellOut(
  cloud: LocalCloud,
  openids: readonly string[],
  rewardId: string,
): Promise<Measure[]> {
  const answers = await Promise.all(
    openids.map((openid, index) =>
      cloud.call(
        'api',
        { action: 'redemption.ask', input: { rewardId }, requestId: `bench-sell-out-${index}` },
        { openid },
      ),
    ),
  )
  const got = answers.filter((answer) => (answer as Reply<ActionName>).ok).length
  return [
    { part, name: '200 on the last 5: got one', value: got, unit: 'people', limit: 5, holds: got === 5 },
  ]
}
