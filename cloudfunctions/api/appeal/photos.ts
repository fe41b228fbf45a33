import { photoOwner } from '../../../domain/appeal/privacy.ts'
import { Refusal } from '../../../domain/errors.ts'
import { temporaryUrls } from '../../store/files.ts'
import type { Context } from '../useCase.ts'

/** Refuses photos that the caller did not upload, or that never arrived. */
export async function requireOwnPhotos({ person }: Context, photos: readonly string[]): Promise<void> {
  if (photos.length === 0) return
  if (photos.some((photo) => photoOwner(photo) !== person._id)) throw new Refusal('PHOTO_NOT_YOURS')
  const urls = await temporaryUrls(photos)
  if (photos.some((photo) => !urls.has(photo))) throw new Refusal('PHOTO_NOT_FOUND')
}
