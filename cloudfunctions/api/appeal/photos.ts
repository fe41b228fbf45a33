import { Refusal } from '../../../domain/errors.ts'
import { arrived } from '../../store/files.ts'

/**
 * Refuses photos that never arrived: a handler's photo is a proof. An appeal is taken though one be missing: what a
 * person says is never lost for a picture (docs/decisions/20).
 */
export async function requirePhotos(photos: readonly string[]): Promise<void> {
  const there = await arrived(photos)
  if (photos.some((photo) => !there.has(photo))) throw new Refusal('PHOTO_NOT_FOUND')
}
