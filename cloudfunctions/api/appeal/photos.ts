import { photoOwner } from '../../../domain/appeal/privacy.ts'
import { Refusal } from '../../../domain/errors.ts'
import { temporaryUrls } from '../../store/files.ts'
import type { Context } from '../useCase.ts'

/**
 * Refuses photos that the caller did not upload: it is seen by their place, without a request. An appeal is taken
 * though a photo be missing: what a person says is never lost for a picture (docs/decisions).
 */
export function requireOwned({ person }: Pick<Context, 'person'>, photos: readonly string[]): void {
  if (photos.some((photo) => photoOwner(photo) !== person._id)) throw new Refusal('PHOTO_NOT_YOURS')
}

/** The same, and each must have arrived: a handler's photo is a proof. */
export async function requireOwnPhotos(context: Context, photos: readonly string[]): Promise<void> {
  if (photos.length === 0) return
  requireOwned(context, photos)
  const urls = await temporaryUrls(photos)
  if (photos.some((photo) => !urls.has(photo))) throw new Refusal('PHOTO_NOT_FOUND')
}
