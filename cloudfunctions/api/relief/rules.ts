import { reliefRulesOf } from '../../store/rules.ts'
import type { UseCase } from '../useCase.ts'
import { ruledCity } from './city.ts'

/** 免责门槛: how many supervision points each cause asks for. */
export const rules: UseCase<'relief.rules'> = async (context) => {
  const { cityId } = ruledCity('relief.rules', context)
  const { version, thresholds } = await reliefRulesOf(cityId)
  return { version, thresholds }
}
