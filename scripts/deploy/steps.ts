import { collections } from './collections.ts'
import { functions } from './functions.ts'
import { indexes } from './indexes.ts'
import { miniprogram, type Upload } from './miniprogram.ts'
import { openapi } from './openapi.ts'
import { rules, storage } from './rules.ts'
import { type Step, step } from './step.ts'
import { timers } from './timers.ts'

/** The names by which steps are left out. */
export const stepNames = [
  'collections',
  'indexes',
  'rules',
  'functions',
  'openapi',
  'timers',
  'storage',
  'miniprogram',
] as const

export type StepName = (typeof stepNames)[number]

/** All steps in their order; the phones get the new program when everything behind it is there. */
export function allSteps(upload: Upload): Record<StepName, Step> {
  return {
    collections: step(collections),
    indexes: step(indexes),
    rules: step(rules),
    functions: step(functions),
    openapi: step(openapi),
    timers: step(timers),
    storage: step(storage),
    miniprogram: miniprogram(upload),
  }
}
