import type { Voice } from '../../../domain/appeal/appeal.ts'
import { Refusal } from '../../../domain/errors.ts'
import { arrived } from '../../store/files.ts'

/** Refuses a recording that never arrived: it may be all that a person said. */
export async function requireVoice(voice: Voice | undefined): Promise<void> {
  if (voice && !(await arrived([voice.fileId])).has(voice.fileId)) throw new Refusal('VOICE_NOT_FOUND')
}
