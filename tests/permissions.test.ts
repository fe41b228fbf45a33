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
    'place.near': { longitude: 123.43, latitude: 41.8 },
    'organisation.list': { parentId: id },
    'organisation.view': { id },
    'organisation.create': { parentId: id, name: '新的', kind: 'city' },
    'organisation.edit': step,
    'organisation.move': { ...step, parentId: id },
    'organisation.close': { ids: ['nothing'] },
    'organisation.open': { ids: ['nothing'] },
    'organisation.merge': { ...step, heirId: id },
    'organisation.settle': { id },
    'organisation.importRows': { csv: '编号,名称', dryRun: true },
    'organisation.exportRows': { id },
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
const aboutAppeal = (action: ActionName) => 'id' in inputOf(action, 'x') && !aboutOrganisation(action)
/** Actions about one organisation: the same one for everybody. Those about several answer for each. */
const aboutOrganisation = (action: ActionName) =>
  action.startsWith('organisation.') && JSON.stringify(inputOf(action, 'x')).includes('"x"')

describe.each(actions)('%s', (action) => {
  const cells = roles.flatMap((role) =>
    (Object.keys(standings) as (keyof typeof standings)[]).map((standing) => ({ role, standing })),
  )
  it.each(cells)('$role, $standing', async ({ role, standing }) => {
    const { at, relations } = standings[standing]
    const target = aboutOrganisation(action) ? kaixuan : (ids[`${role} ${standing}`] ?? fail())
    const code = await refusalOf(action, role, at, target)
    // A list is of the organisation whose hat is worn, wherever that is. Nobody owns an organisation.
    const may = granted(
      action,
      role,
      aboutAppeal(action)
        ? relations
        : aboutOrganisation(action)
          ? relations.filter((relation) => relation !== 'own')
          : ['organisation'],
    )
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
    else if (aboutOrganisation(action)) expect(code).toBe('ORGANISATION_NOT_FOUND')
    else if (aboutAppeal(action)) expect(code).toBe('APPEAL_NOT_FOUND')
    else expect(code).not.toBe('APPEAL_NOT_FOUND')
  })
})
