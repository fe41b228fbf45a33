import * as z from 'zod'
import type { Ask, Call } from './calls.ts'
import type { Environment } from './environment.ts'
import type { PartOf } from './step.ts'
import { Stop } from './stop.ts'
import type { WantedFunction } from './wanted.ts'

/** A function as it is there. */
export interface FoundFunction {
  runtime: string
  timeout: number
  memory: number
  /** Active, or what is being done to it, or how it failed. */
  status: string
  reason: string
  description: string
  timers: { name: string; cron: string; on: boolean }[]
}

export type FoundFunctions = Record<string, FoundFunction>

const list = z.object({ Functions: z.array(z.object({ FunctionName: z.string() })).nullish() })
const detail = z.object({
  Runtime: z.string(),
  Timeout: z.number(),
  MemorySize: z.number(),
  Status: z.string(),
  StatusDesc: z.string().nullish(),
  Description: z.string().nullish(),
  Triggers: z
    .array(
      z.object({
        TriggerName: z.string(),
        Type: z.string(),
        TriggerDesc: z.string(),
        Enable: z.number().nullish(),
      }),
    )
    .nullish(),
})

const pageSize = 50

/** All functions of the environment; those that are ours in detail, others by their names. */
async function functionList(ask: Ask, { id }: Environment): Promise<string[]> {
  const names: string[] = []
  for (;;) {
    const params = { EnvId: id, Limit: pageSize, Offset: names.length }
    const { Functions } = list.parse(await ask({ service: 'tcb', action: 'ListFunctions', params }))
    names.push(...(Functions ?? []).map(({ FunctionName }) => FunctionName))
    if ((Functions ?? []).length < pageSize) return names
  }
}

export async function readFunction(ask: Ask, { id }: Environment, name: string): Promise<FoundFunction> {
  const params = { FunctionName: name, Namespace: id, ShowCode: 'FALSE' }
  const found = detail.parse(await ask({ service: 'scf', action: 'GetFunction', params }))
  return {
    runtime: found.Runtime,
    timeout: found.Timeout,
    memory: found.MemorySize,
    status: found.Status,
    reason: found.StatusDesc ?? '',
    description: found.Description ?? '',
    timers: (found.Triggers ?? [])
      .filter(({ Type }) => Type === 'timer')
      .map(({ TriggerName, TriggerDesc, Enable }) => ({
        name: TriggerName,
        cron: cronOf(TriggerDesc),
        on: Enable !== 0,
      })),
  }
}

/** A timer is written as its seven fields, and read as JSON around them. */
function cronOf(description: string): string {
  try {
    const { cron } = JSON.parse(description) as { cron?: unknown }
    return typeof cron === 'string' ? cron : description
  } catch {
    return description
  }
}

/** The names of others' functions, and ours as they are. */
export interface Functions {
  ours: FoundFunctions
  others: string[]
}

export async function readFunctions(
  ask: Ask,
  environment: Environment,
  { functions }: { functions: { name: string }[] },
): Promise<Functions> {
  const names = await functionList(ask, environment)
  const ours: FoundFunctions = {}
  for (const { name } of functions)
    if (names.includes(name)) ours[name] = await readFunction(ask, environment, name)
  return { ours, others: names.filter((name) => !functions.some((each) => each.name === name)) }
}

export const functions: PartOf<Functions> = {
  title: 'functions',
  nothing: { ours: {}, others: [] },
  read: readFunctions,
  plan: ({ ours, others }, wanted, environment, { again }) => ({
    calls: wanted.functions.flatMap((each) => callsFor(each, ours[each.name], environment, again)),
    // Any phone can call a function by its name.
    notes: others.map((name) => `the function ${name} is not ours; it stays, and any phone can call it`),
  }),
}

function callsFor(
  wanted: WantedFunction,
  found: FoundFunction | undefined,
  environment: Environment,
  again: boolean,
): Call[] {
  const { name } = wanted
  if (!found) return [created(wanted, environment)]
  // What failed while it was made can't be updated.
  if (found.status === 'CreateFailed') return [removed(name, environment), created(wanted, environment)]
  if (found.runtime !== wanted.runtime)
    throw new Stop(
      `The function ${name} runs on ${found.runtime}, and that can't be changed to ${wanted.runtime}`,
      'delete it in the console (云开发 → 云函数); the next deployment makes it anew',
    )
  const changed = again || found.description !== wanted.mark || found.status === 'UpdateFailed'
  const settled = found.timeout === wanted.timeout && found.memory === wanted.memory
  return [
    ...(changed ? [uploaded(wanted, environment)] : []),
    // The mark last: broken off in between, the code is uploaded once more.
    ...(changed || !settled ? [configured(wanted, environment)] : []),
  ]
}

const logs = (environment: Environment) =>
  environment.logs && { ClsLogsetId: environment.logs.logset, ClsTopicId: environment.logs.topic }

const created = (wanted: WantedFunction, environment: Environment): Call => ({
  service: 'scf',
  action: 'CreateFunction',
  params: {
    FunctionName: wanted.name,
    Namespace: environment.id,
    Handler: 'index.main',
    Runtime: wanted.runtime,
    Timeout: wanted.timeout,
    MemorySize: wanted.memory,
    Description: wanted.mark,
    InstallDependency: 'FALSE',
    Role: 'TCB_QcsRole',
    Stamp: 'MINI_QCBASE',
    ...logs(environment),
    Code: { ZipFile: wanted.code },
  },
  says: `+ ${wanted.name} on ${wanted.runtime}`,
  settles: wanted.name,
  done: /exist|InUse/i,
})

const removed = (name: string, environment: Environment): Call => ({
  service: 'scf',
  action: 'DeleteFunction',
  params: { FunctionName: name, Namespace: environment.id },
  says: `− ${name}, which could not be made`,
  before: name,
  done: /not ?(found|exist)/i,
})

const uploaded = (wanted: WantedFunction, environment: Environment): Call => ({
  service: 'scf',
  action: 'UpdateFunctionCode',
  params: {
    FunctionName: wanted.name,
    Namespace: environment.id,
    Handler: 'index.main',
    InstallDependency: 'FALSE',
    Code: { ZipFile: wanted.code },
  },
  says: `${wanted.name}: code`,
  before: wanted.name,
  settles: wanted.name,
})

const configured = (wanted: WantedFunction, environment: Environment): Call => ({
  service: 'scf',
  action: 'UpdateFunctionConfiguration',
  params: {
    FunctionName: wanted.name,
    Namespace: environment.id,
    Timeout: wanted.timeout,
    MemorySize: wanted.memory,
    Description: wanted.mark,
    ...logs(environment),
  },
  says: `${wanted.name}: ${wanted.timeout} s, ${wanted.memory} MB`,
  before: wanted.name,
  settles: wanted.name,
})
