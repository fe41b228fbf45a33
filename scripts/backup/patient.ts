import { RequestFailed } from '../../cloudfunctions/store/documents.ts'
import { type Sleep, sleep } from '../deploy/persistent.ts'

/** Milliseconds before each further attempt. */
const waits = [500, 1_000, 2_000, 5_000, 15_000, 30_000]

/** What will be answered the next time too. */
const forGood = /COLLECTION_NOT_EXIST|DUPLICATE|INVALID|SIGN|AUTH|PERMISSION|REQUEST_FAILED|ENV_|^40/i

/** Does a request again while the cloud is busy or the line is bad. Each request of a backup may be made twice. */
export async function patiently<T>(request: () => Promise<T>, wait: Sleep = sleep): Promise<T> {
  for (const milliseconds of waits) {
    try {
      return await request()
    } catch (error) {
      if (!(error instanceof RequestFailed) || error.duplicate || forGood.test(error.code)) throw error
      await wait(milliseconds)
    }
  }
  return request()
}
