import { Refusal } from '../../../domain/errors.ts'
import { codePicture } from '../../store/wechat.ts'
import type { UseCase } from '../useCase.ts'
import { administered } from './administered.ts'

/** 报到码: who scans it registers with this community, filled in already. */
export const picture: UseCase<'organisation.picture'> = async (context, { id }) => {
  const organisation = await administered('organisation.picture', context, id)
  if (organisation.kind !== 'community' || !organisation.active) throw new Refusal('AREA_NOT_FOUND')
  const url = await codePicture('account/register/index', id)
  if (url === undefined) throw new Refusal('CODE_PICTURE_FAILED')
  return { url }
}
