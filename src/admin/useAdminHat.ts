import type { HatView } from '../../domain/contract'
import { granted, type PermissionKey } from '../../domain/permission'
import { useHats, type WornHat } from '../work/useHats'

/** The hat worn, among those to whom the table grants an action in their own organisation. */
export function useAdminHat(action: PermissionKey): WornHat {
  const worn = useHats()
  const fits = ({ role }: HatView) => granted(action, role, ['organisation'])
  const hats = worn.hats?.filter(fits)
  const hat = worn.hat && fits(worn.hat) ? worn.hat : hats?.[0]
  return { ...worn, hats, hat }
}
