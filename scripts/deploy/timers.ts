import type { Call } from './calls.ts'
import type { Environment } from './environment.ts'
import { type FoundFunctions, readFunctions } from './functions.ts'
import type { PartOf } from './step.ts'

export const timers: PartOf<FoundFunctions> = {
  title: 'timers',
  nothing: {},
  read: async (ask, environment, wanted) => (await readFunctions(ask, environment, wanted)).ours,
  plan(found, wanted, environment, { prune }) {
    const calls: Call[] = []
    const notes: string[] = []
    for (const { name, timers: declared } of wanted.functions) {
      const there = found[name]?.timers ?? []
      for (const timer of declared) {
        const same = there.find((each) => each.name === timer.name)
        if (same && !same.on) notes.push(`the timer ${name}.${timer.name} was switched off; it stays so`)
        if (same?.cron === timer.cron) continue
        if (same) calls.push(removed(environment, name, timer.name))
        calls.push(created(environment, name, timer))
      }
      for (const timer of there) {
        if (declared.some((each) => each.name === timer.name)) continue
        if (prune) calls.push(removed(environment, name, timer.name))
        else notes.push(`the timer ${name}.${timer.name} is declared nowhere; it stays`)
      }
    }
    return { calls, notes }
  },
}

const created = (environment: Environment, name: string, timer: { name: string; cron: string }): Call => ({
  service: 'scf',
  action: 'BatchCreateTrigger',
  params: {
    FunctionName: name,
    Namespace: environment.id,
    Triggers: JSON.stringify([{ TriggerName: timer.name, Type: 'timer', TriggerDesc: timer.cron }]),
    Count: 1,
  },
  says: `+ ${name}: ${timer.cron}`,
  before: name,
  done: /exist|InUse/i,
})

const removed = (environment: Environment, name: string, timer: string): Call => ({
  service: 'scf',
  action: 'DeleteTrigger',
  params: { FunctionName: name, Namespace: environment.id, TriggerName: timer, Type: 'timer' },
  says: `− ${name}: ${timer}`,
  before: name,
  done: /not ?(found|exist)/i,
})
