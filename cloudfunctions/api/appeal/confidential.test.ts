import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'

const kaixuan = '210103014001'
const position = { longitude: 123.43, latitude: 41.8 }
const words = '后厨有老鼠'
let cloud: TestCloud
let rider: Phone
let inspector: Phone
let id: string
let number: string
let riderId: string

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
  rider = cloud.phone('o-rider')
  riderId = await rider.personId()
  inspector = await cloud.staff({
    openid: 'o-inspector',
    role: 'officer',
    organisationId: '210103-tradeCommittee-delivery',
  })
  const snap = { kind: 'snap', category: 'foodSafety', area: kaixuan, trade: 'delivery', position } as const
  const photos = [await rider.photo()]
  ;({ id, number } = await rider.call('appeal.submit', { ...snap, photos, text: words, identity: 'open' }))
}, 60_000)
afterAll(() => cloud.close())

const others = [
  ['the grid worker', 'gridWorker', kaixuan],
  ['the secretary of the community', 'secretary', kaixuan],
  ['the secretary of the street', 'secretary', '210103014'],
  ['the dispatcher of the street', 'dispatcher', '210103014'],
  ['the supervisor of the district committee', 'supervisor', '210103-newSectorCommittee'],
  ['the officer of another trade committee', 'officer', '210103-tradeCommittee-express'],
  ['the secretary of another trade committee', 'secretary', '210103-tradeCommittee-express'],
  ['the administrator of the city', 'administrator', '2101'],
] as const

/** All that an action answers, whether it gives something or refuses. */
async function everything(phone: Phone): Promise<string> {
  const asked: [string, object][] = [
    ['appeal.view', { id }],
    ['appeal.mergeable', { id }],
    ['appeal.mergeable', { id, number }],
    ['appeal.similar', { category: 'foodSafety', position }],
    ['appeal.seen', { id, position }],
    ['appeal.mine', {}],
    ...['all', 'late', 'toAccept', 'named', 'helping', 'followUp', 'done'].map((filter): [string, object] => [
      'appeal.work',
      { filter },
    ]),
    ['appeal.verify', { organisationId: '2101' }],
    ['work.today', {}],
    ['notice.list', {}],
    ['person.home', {}],
  ]
  const replies = await Promise.all(asked.map(([action, input]) => phone.send({ action, input })))
  const contact = await phone.send({
    action: 'appeal.contact',
    input: { id, words: '想问问' },
    requestId: `contact-${Math.random()}`.padEnd(32, '0'),
  })
  expect(contact.ok).toBe(false)
  const support = await phone.send({
    action: 'appeal.support',
    input: { id },
    requestId: `support-${Math.random()}`.padEnd(32, '0'),
  })
  expect(support.ok).toBe(false)
  return JSON.stringify([...replies, contact, support])
}

describe('who sent a confidential snap', () => {
  it.each(others)('is nowhere to be found by %s', async (_, role, organisationId) => {
    const phone = await cloud.staff({ openid: `o-${role}-${organisationId}`, role, organisationId })
    expect(await everything(phone)).not.toContain(riderId)
  })

  it.each(others.filter(([, , organisationId]) => organisationId !== '210103-newSectorCommittee'))(
    'nor can %s read what was said',
    async (_, role, organisationId) => {
      const phone = cloud.phone(`o-${role}-${organisationId}`, `${role}-${organisationId}`)
      expect(await everything(phone)).not.toContain(words)
    },
  )

  it('is nowhere to be found by another rider, who finds no snap either', async () => {
    const said = await everything(cloud.phone('o-other'))
    expect(said).not.toContain(riderId)
    expect(said).not.toContain(words)
    expect(said).not.toContain(number)
  })

  it('shows those who handle it the photo; to who stands above only the words', async () => {
    expect((await inspector.call('appeal.view', { id })).photos).toHaveLength(1)
    const above = cloud.phone(
      'o-supervisor-210103-newSectorCommittee',
      'supervisor-210103-newSectorCommittee',
    )
    expect(await above.call('appeal.view', { id })).toMatchObject({ text: words, photos: [] })
  })

  it('is asked through the product by whoever has it, and answers without being known', async () => {
    const urgent = { kind: 'snap', category: 'foodSafety', urgency: 'urgent', area: kaixuan } as const
    const sent = await rider.call('appeal.submit', { ...urgent, trade: 'delivery', text: '有人吃坏了肚子' })
    const onDuty = cloud.phone(`o-gridWorker-${kaixuan}`, `gridWorker-${kaixuan}`)
    await onDuty.call('appeal.accept', { id: sent.id, version: 1 })
    expect((await onDuty.call('appeal.view', { id: sent.id })).mayContact).toBe(false)
    await onDuty.call('appeal.note', { id: sent.id, version: 2, words: '是哪一家店？' })
    const { rows } = await rider.call('notice.list', {})
    expect(rows[0]?.sentence).toContain('是哪一家店？')
    await rider.call('appeal.reply', { id: sent.id, version: 3, words: '左手第一家，我电话 13800138000' })
    const { timeline } = await onDuty.call('appeal.view', { id: sent.id })
    expect(timeline[0]).toMatchObject({
      action: 'reply',
      actor: '本人',
      words: '左手第一家，我电话 【电话已隐去】',
    })
    expect(
      JSON.stringify(await onDuty.send({ action: 'appeal.view', input: { id: sent.id } })),
    ).not.toContain(riderId)
    const told = (await onDuty.call('notice.list', {})).rows[0]
    expect(told).toMatchObject({ head: '本人补充了', sentence: expect.stringContaining('左手第一家') })
    expect(told?.sentence).not.toContain('13800138000')
  })

  it('stays so when the danger sends it to whoever is nearest', async () => {
    const urgent = { kind: 'snap', category: 'foodSafety', urgency: 'urgent', area: kaixuan } as const
    const { id } = await rider.call('appeal.submit', {
      ...urgent,
      text: '有人中毒',
      trade: 'delivery',
      position,
    })
    const { appeals } = await import('../../store/appeals.ts')
    const stored = await appeals.get(id)
    expect(stored).toMatchObject({ confidential: true, organisation: { id: kaixuan } })
    expect(stored?.place.cell).toBeUndefined()
    expect((await cloud.phone('o-other').refused('appeal.seen', { id, position })).code).toBe(
      'APPEAL_NOT_FOUND',
    )
  })
})
