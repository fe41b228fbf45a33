import { type ReliefCause, reliefCauseNames } from '../appeal/names.ts'
import type { ReliefCase } from './reliefCase.ts'
import type { ReliefRules } from './rules.ts'

export type Assessed = Pick<ReliefCase, 'assessment' | 'points' | 'threshold' | 'ruleVersion'>

/** Whether a person's supervision points reach what the cause asks for. */
export function assess(
  cause: ReliefCause,
  points: number,
  { version, thresholds }: Pick<ReliefRules, 'version' | 'thresholds'>,
): Assessed {
  const threshold = thresholds[cause]
  return {
    assessment: points >= threshold ? 'eligible' : 'discretion',
    points,
    threshold,
    ruleVersion: version,
  }
}

/** Why it was assessed as it was, in numbers; for the person, or for those who handle it. */
export function assessmentSentence(
  { points, threshold }: Pick<Assessed, 'points' | 'threshold'>,
  cause: ReliefCause,
  reader: 'person' | 'staff',
): string {
  const name = reliefCauseNames[cause]
  if (threshold === 0) return `${name}不看监督积分，谁遇上都算。`
  const who = reader === 'person' ? '您' : '本人'
  const begin = `${name}要有 ${threshold} 分监督积分，${who}有 ${points} 分`
  if (points >= threshold) return `${begin}，够了。`
  return `${begin}，差 ${threshold - points} 分，由行业党委看情况定。`
}
