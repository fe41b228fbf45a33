import { useHats, type WornHat } from '../work/useHats'

/** The hat of an administrator: the one worn, or the first that there is. */
export function useAdministrator(): WornHat {
  const worn = useHats()
  const hats = worn.hats?.filter(({ role }) => role === 'administrator')
  const fitting = worn.hat?.role === 'administrator' ? worn.hat : undefined
  return { ...worn, hats, hat: fitting ?? hats?.[0] }
}
