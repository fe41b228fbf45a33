import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ActionName, contract } from '../domain/contract.ts'
import { type Role, roleNames } from '../domain/people/roles.ts'
import { granted, mayEver, permissions, type Relation } from '../domain/permission.ts'
import { permissionsPage } from '../scripts/permissions/page.ts'
import { newRequestId, startTestCloud, type TestCloud } from './support/cloud.ts'

const kaixuan = '210103014001'
const chaohu = '210114001016'
const above = '210103-newSectorCommittee'
const roles = Object.keys(roleNames) as Role[]

it('docs/permissions.md says what the table says (npm run permissions)', () => {
  expect(readFileSync(new URL('../docs/permissions.md', import.meta.url), 'utf8')).toBe(permissionsPage())
})

it('every action of the contract has its row', () => {
  expect(Object.keys(contract).filter((action) => !(action in permissions))).toEqual([])
})

/** How a caller stands to the appeal that the call is about. */
type Standing = 'own' | 'responsible' | 'organisation' | 'below' | 'foreign' | 'absent'
const standings: Record<Exclude<Standing, 'absent'>, { at: string; relations: Relation[] }> = {
  own: { at: kaixuan, relations: ['own', 'organisation'] },
  responsible: { at: kaixuan, relations: ['organisation', 'responsible'] },
  organisation: { at: kaixuan, relations: ['organisation'] },
  below: { at: above, relations: ['below'] },
  foreign: { at: chaohu, relations: [] },
}

let cloud: TestCloud
const ids: Partial<Record<`${Role | 'nobody'} ${Standing}`, string>> = {}
const openid = (role: Role | 'nobody', at: string) => `o-${role}-${at}`

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103', '210114'] })
  const appeal = {
    kind: 'request',
    category: 'gateAccess',
    text: '北门晚上九点就锁',
    area: kaixuan,
    trade: 'delivery',
  } as const
  const { id: somebodys } = await cloud.phone('o-somebody').call('appeal.submit', appeal)
  const { appeals } = await import('../cloudfunctions/store/appeals.ts')
  for (const role of roles) {
    for (const at of [kaixuan, above, chaohu])
      await cloud.staff({ openid: openid(role, at), role, organisationId: at })
    const self = cloud.phone(openid(role, kaixuan))
    ids[`${role} own`] = (await self.call('appeal.submit', appeal)).id
    const { id } = await cloud.phone('o-somebody').call('appeal.submit', appeal)
    await appeals.put({
      ...((await appeals.get(id)) ?? fail()),
      state: 'accepted',
      responsible: { personId: await self.personId(), title: roleNames[role] },
    })
    ids[`${role} responsible`] = id
    for (const standing of ['organisation', 'below', 'foreign'] as const)
      ids[`${role} ${standing}`] = somebodys
  }
  ids['nobody own'] = (await cloud.phone(openid('nobody', kaixuan)).call('appeal.submit', appeal)).id
  ids['nobody foreign'] = somebodys
}, 120_000)
afterAll(() => cloud.close())

const fail = (): never => {
  throw new Error('the appeal is not there')
}

/** Input that parses, of a version that nobody saw: what is allowed is refused later, and nothing changes. */
function inputOf(action: ActionName, id: string): object {
  const step = { id, version: 99_999 }
  const inputs: Record<ActionName, object> = {
    'person.me': {},
    'person.home': {},
    'place.search': { text: '凯旋' },
    'place.list': {},
    'appeal.mine': {},
    'appeal.work': {},
    'appeal.submit': { kind: 'request', category: 'other', text: '事', area: 'nowhere', trade: 'other' },
    'appeal.view': { id },
    'appeal.dispatch': { ...step, organisationId: chaohu, words: '归你们' },
    'appeal.accept': step,
    'appeal.return': { ...step, words: '不归我们', proposedId: chaohu },
    'appeal.note': { ...step, words: '约了' },
    'appeal.resolve': { ...step, words: '好了' },
    'appeal.confirm': { ...step, answer: 'satisfied' },
    'appeal.withdraw': step,
    'duty.rota': {},
    'duty.colleagues': {},
    'duty.now': { organisationId: kaixuan },
    'duty.plan': { version: 99_999, cover: 'none', weekly: [] },
    'duty.handOver': { words: '路灯不亮' },
    'duty.askSwap': { day: '2026-01-01', slotId: 'nothing', toId: 'nobody' },
    'duty.answerSwap': { swapId: 'nothing', agrees: true },
    'duty.takeBackSwap': { swapId: 'nothing' },
    'work.today': {},
  }
  return inputs[action]
}

async function refusalOf(
  action: ActionName,
  role: Role | undefined,
  at: string,
  id: string,
): Promise<string | undefined> {
  const reply = (await cloud.local.call(
    'api',
    {
      action,
      input: inputOf(action, id),
      ...(contract[action].write && { requestId: newRequestId() }),
      ...(role && { hat: `${role}-${at}` }),
    },
    { openid: openid(role ?? 'nobody', at) },
  )) as { ok: boolean; error?: { code: string } }
  return reply.error?.code
}

const actions = Object.keys(contract) as ActionName[]
/** Actions about one appeal; the others ask only which hat is worn. */
const aboutAppeal = (action: ActionName) => 'id' in inputOf(action, 'x')
/** Actions about one organisation, which is 凯旋社区. */
const aboutOrganisation = (action: ActionName) => action === 'duty.now'
const relationsOf = (action: ActionName, standing: keyof typeof standings): Relation[] => {
  const { at, relations } = standings[standing]
  if (aboutOrganisation(action)) return at === kaixuan ? ['organisation'] : relations
  // A list is of the organisation whose hat is worn, wherever that is.
  return aboutAppeal(action) ? relations : ['organisation']
}

describe.each(actions)('%s', (action) => {
  const cells = roles.flatMap((role) =>
    (Object.keys(standings) as (keyof typeof standings)[]).map((standing) => ({ role, standing })),
  )
  it.each(cells)('$role, $standing', async ({ role, standing }) => {
    const { at } = standings[standing]
    const code = await refusalOf(action, role, at, ids[`${role} ${standing}`] ?? fail())
    const may = granted(action, role, relationsOf(action, standing))
    if (may) expect(code).not.toBe('NOT_YOURS')
    else expect(code).toBe('NOT_YOURS')
  })

  it.each(['own', 'foreign'] as const)('without a hat, %s', async (standing) => {
    const code = await refusalOf(action, undefined, kaixuan, ids[`nobody ${standing}`] ?? fail())
    const may = granted(action, undefined, standing === 'own' ? ['own'] : [])
    if (may) expect(code).not.toBe('NOT_YOURS')
    else expect(code).toBe('NOT_YOURS')
  })

  it.each(roles)('%s, on what does not exist', async (role) => {
    const code = await refusalOf(action, role, kaixuan, 'nothing')
    if (!mayEver(action, role)) expect(code).toBe('NOT_YOURS')
    else if (aboutAppeal(action)) expect(code).toBe('APPEAL_NOT_FOUND')
    else expect(code).not.toBe('APPEAL_NOT_FOUND')
  })
})
