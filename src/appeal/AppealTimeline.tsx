import { addressOf } from '../call/address'
import { Photos } from '../ui/Photos'
import { Reason } from '../ui/Reason'
import { Timeline } from '../ui/Timeline'
import type { StepWords } from './steps'

/** The log of an appeal; why it went where it went stands inside the dispatch. */
export function AppealTimeline({ steps, past }: { steps: readonly StepWords[]; past: boolean }) {
  return (
    <Timeline
      past={past}
      steps={steps.map(({ key, title, time, meta, photos, why }) => ({
        key,
        title,
        time,
        meta,
        children: (why || photos.length > 0) && (
          <>
            {photos.length > 0 && <Photos urls={photos.map(addressOf)} />}
            {why && (
              <Reason title="为什么派给它" foot={why.rule}>
                {why.words}
              </Reason>
            )}
          </>
        ),
      }))}
    />
  )
}
