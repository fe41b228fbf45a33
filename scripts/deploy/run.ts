import { type Ask, type Call, CallFailed, printed } from './calls.ts'
import type { Environment } from './environment.ts'
import { type FoundFunction, readFunction } from './functions.ts'
import { type Sleep, sleep } from './persistent.ts'
import type { Plan, PlanOptions, Step } from './step.ts'
import { Stop } from './stop.ts'
import type { Wanted } from './wanted.ts'

export interface Deployment {
  steps: Step[]
  /** Without it, nothing is asked, and the calls for an empty environment are printed. */
  ask?: Ask
  environment: Environment
  wanted: Wanted
  options: PlanOptions
  /** Only print the calls. */
  dryRun?: boolean
  say: (line: string) => void
  wait?: Sleep
}

/**
 * Carries out step after step: reads what is there, makes the calls that are missing, and looks whether it is so now.
 * Stops at the first that fails; run again it goes on from there. Answers what only a person can do.
 */
export async function deploy(deployment: Deployment): Promise<string[]> {
  const { steps, say, dryRun } = deployment
  const byHand: string[] = []
  for (const [at, step] of steps.entries()) {
    const plan = await planOf(step, deployment)
    say(`${at + 1}/${steps.length} ${step.title}: ${summary(plan, dryRun)}`)
    for (const note of plan.notes ?? []) say(`    (${note})`)
    byHand.push(...(plan.byHand ?? []))
    for (const call of plan.calls) {
      say(`    ${dryRun ? printed(call) : call.says}`)
      if (!dryRun) await carryOut(call, deployment)
    }
    if (!dryRun && step.verified && plan.calls.length > 0) await verify(step, deployment)
  }
  return byHand
}

const planOf = (step: Step, { ask, environment, wanted, options }: Deployment): Promise<Plan> =>
  step.plan(ask, environment, wanted, options)

function summary({ calls, byHand = [] }: Plan, dryRun = false): string {
  if (calls.length > 0) return `${calls.length} ${calls.length === 1 ? 'call' : 'calls'}${dryRun ? '' : ' …'}`
  return byHand.length > 0 ? 'by hand' : 'nothing to do'
}

/** How Tencent Cloud refuses while it works on a function. */
const busy = 'FailedOperation.FunctionStatusError'

async function carryOut(call: Call, deployment: Deployment): Promise<void> {
  const { ask } = deployment
  if (!ask) return
  if (call.before !== undefined) await rested(ask, call.before, deployment)
  try {
    await ask(call)
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error
    if (error.code === busy && call.before !== undefined) {
      // Somebody else works on it, or the answer of the first attempt was lost.
      await rested(ask, call.before, deployment)
      await ask(call)
    }
    // Whether it was done indeed is seen when the step is looked at afterwards.
    else if (!call.done?.test(`${error.code} ${error.message}`)) throw error
  }
  if (call.settles === undefined) return
  const { status, reason } = await rested(ask, call.settles, deployment)
  if (status !== 'Active')
    throw new Stop(`The function ${call.settles} is ${status}: ${reason}`, 'see its log in the console')
}

/** Waits until the cloud does nothing with a function any more; some minutes, as what it needs is installed there. */
async function rested(
  ask: Ask,
  name: string,
  { environment, wait = sleep }: Deployment,
): Promise<FoundFunction> {
  for (let second = 0; second < 300; second += 2) {
    const found = await readFunction(ask, environment, name)
    if (!found.status.endsWith('ing')) return found
    await wait(2_000)
  }
  throw new Stop(`The function ${name} is not ready after five minutes`, 'look at it in the console')
}

/** Some changes are carried out a little after they were taken. */
async function verify(step: Step, deployment: Deployment): Promise<void> {
  const { wait = sleep, options } = deployment
  let left: Plan = { calls: [] }
  for (let attempt = 0; attempt < 30; attempt += 1) {
    if (attempt > 0) await wait(2_000)
    left = await planOf(step, { ...deployment, options: { ...options, again: false } })
    if (left.calls.length === 0) return
  }
  const [first] = left.calls
  throw new Stop(
    `${step.title}: everything was taken, but a minute later this is still missing: ${first?.says}`,
    'wait until the console shows it',
  )
}
