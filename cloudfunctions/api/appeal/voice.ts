import type { Voice } from '../../../domain/appeal/appeal.ts'
import { voiceOwner } from '../../../domain/appeal/privacy.ts'
import { Refusal } from '../../../domain/errors.ts'
import { temporaryUrls } from '../../store/files.ts'
import type { Context } from '../useCase.ts'

/** Refuses a recording that the caller did not upload, or that never arrived. */
export async function requireOwnVoice({ person }: Context, voice: Voice | undefined): Promise<void> {
  if (!voice) return
  if (voiceOwner(voice.fileId) !== person._id) throw new Refusal('VOICE_NOT_YOURS')
  const urls = await temporaryUrls([voice.fileId])
  if (!urls.has(voice.fileId)) throw new Refusal('VOICE_NOT_FOUND')
}
