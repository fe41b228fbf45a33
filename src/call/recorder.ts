/** What somebody said, kept on the phone under a name. */
export interface Spoken {
  name: string
  /** Whole seconds, at least one. */
  seconds: number
}

/** A recording that runs. */
export interface Recorder {
  /** How it ended: kept, shorter than a second, or called off. */
  said: Promise<Spoken | 'short' | 'calledOff'>
  /** Enough: keep it. At the limit it ends by itself. */
  finish: () => void
  cancel: () => void
}

export type StartRecorder = (limit: number) => Promise<Recorder>

/** Milliseconds of a recording as whole seconds; undefined when it is too short to say anything. */
export function secondsOf(milliseconds: number, limit: number): number | undefined {
  return milliseconds < 1000 ? undefined : Math.min(limit, Math.round(milliseconds / 1000))
}
