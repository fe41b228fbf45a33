import * as z from 'zod'
import { type Ask, CallFailed } from './calls.ts'
import type { PartOf, Plan } from './step.ts'
import type { Wanted } from './wanted.ts'

/** What each function may call of WeChat's own interfaces; `unreadable` where WeChat does not tell us. */
export type Permissions = Record<string, string[] | 'unreadable'>

/** WeChat's name for the permissions among the settings of a function. */
const permissionsOf = 1
/** Nothing was ever set. */
const none = '85089'
/** How WeChat refuses whoever is not the mini-program's service provider. */
const forProviders = ['40014', '48001', '61007']

const settings = z.object({ permissions: z.object({ openapi: z.array(z.string()).optional() }).optional() })

async function read(ask: Ask, { id }: { id: string }, { functions }: Wanted): Promise<Permissions> {
  const found: Permissions = {}
  for (const { name } of functions) found[name] = await readOne(ask, id, name)
  return found
}

async function readOne(ask: Ask, env: string, name: string): Promise<string[] | 'unreadable'> {
  try {
    const params = { type: permissionsOf, env, function_name: name }
    const { config } = await ask({ service: 'wechat', action: 'tcb/getfuncconfig', params })
    return settings.parse(JSON.parse(String(config || '{}'))).permissions?.openapi ?? []
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error
    if (error.code === none) return []
    if (forProviders.includes(error.code)) return 'unreadable'
    throw error
  }
}

const sorted = (names: string[]) => [...names].sort().join()

/**
 * WeChat takes these permissions from a mini-program's service provider, and from DevTools, which is nobody's to
 * automate; where it refuses us, a person is told what to do.
 */
export const openapi: PartOf<Permissions> = {
  title: 'permissions for WeChat’s interfaces',
  nothing: {},
  read,
  plan(found, wanted, { id }) {
    const plan: Required<Plan> = { calls: [], notes: [], byHand: [] }
    for (const { name, openapi: names } of wanted.functions) {
      const there = found[name] ?? []
      if (there === 'unreadable') {
        if (names.length > 0) plan.byHand.push(handwork(name, names))
      } else if (sorted(there) !== sorted(names))
        plan.calls.push({
          service: 'wechat',
          action: 'tcb/uploadfuncconfig',
          params: {
            type: permissionsOf,
            env: id,
            function_name: name,
            config: JSON.stringify({ permissions: { openapi: names } }),
          },
          says: `${name}: ${names.join(', ') || 'none'}`,
        })
    }
    return plan
  },
}

const handwork = (name: string, names: string[]) =>
  `${name} may call ${names.join(', ')}: in WeChat DevTools, right-click dist/cloudfunctions/${name} → 上传并部署：所有文件 (this sends config.json too), or set them in the cloud console`
