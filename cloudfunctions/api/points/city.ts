import { organisations } from '../../store/organisations.ts'

/** The city of who has not registered anywhere yet: an installation serves one. */
export async function city(): Promise<string> {
  const [found] = await organisations.find({ where: { kind: 'city' }, limit: 1, only: ['name'] })
  return found?._id ?? ''
}
