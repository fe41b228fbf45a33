import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../domain/contract.ts'
import { limits } from '../../../domain/duty/limits.ts'
import { beijingDate, inBeijing } from '../../../domain/time.ts'
import { newRequestId, type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'

const kaixuan = '210103014001'
const day = 86_400_000
let cloud: TestCloud
let secretary: Phone
let li: Phone
let wang: Phone
let supervisor: Phone
const ids = { li: '', wang: '', secretary: '', clerk: '' }

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103', '210114'] })
  const at = (openid: string, role: 'secretary' | 'gridWorker' | 'clerk') =>
    cloud.staff({ openid, role, organisationId: kaixuan })
  secretary = await at('o-secretary', 'secretary')
  li = await at('o-li', 'gridWorker')
  wang = await at('o-wang', 'gridWorker')
  const clerk = await at('o-clerk', 'clerk')
  supervisor = await cloud.staff({
    openid: 'o-supervisor',
    role: 'supervisor',
    organisationId: '210103-newSectorCommittee',
  })
  ids.li = await li.personId()
  ids.wang = await wang.personId()
  ids.secretary = await secretary.personId()
  ids.clerk = await clerk.personId()
  const { people } = await import('../../store/people.ts')
  await people.update({ _id: ids.li }, { nickname: '李敏' })
}, 60_000)
afterAll(() => cloud.close())

const stored = async () => {
  const { rotas } = await import('../../store/rotas.ts')
  return rotas.get(kaixuan)
}
beforeEach(async () => {
  const dump = await cloud.local.dump()
  await cloud.local.restore({ ...dump, rotas: [] })
})

const weekdayOf = (at: number) => inBeijing(at).day() || 7
/** Every day of the week round the clock. */
const everyDay = (personId: string) =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, to: 0, personId }))
const plan = (
  weekly: Input<'duty.plan'>['weekly'],
  more: Partial<Input<'duty.plan'>> = {},
  requestId?: string,
) => secretary.call('duty.plan', { version: 0, cover: 'none', weekly, ...more }, requestId)

/** Li has the whole day tomorrow, and only that. */
const tomorrow = () => Date.now() + day
const planTomorrow = () => plan([{ weekday: weekdayOf(tomorrow()), from: 0, to: 0, personId: ids.li }])
const myShift = async (phone: Phone) => (await phone.call('duty.rota', {})).shifts.find(({ mine }) => mine)

describe('planning', () => {
  it('puts people on duty, with the names that colleagues know', async () => {
    expect((await secretary.call('duty.rota', {})).version).toBe(0)
    expect(await plan(everyDay(ids.li))).toEqual({ version: 1 })
    const rota = await li.call('duty.rota', {})
    expect(rota.now).toEqual([{ name: '李敏', title: '网格员', until: expect.any(Number), mine: true }])
    expect(rota.shifts).toHaveLength(limits.days)
    expect((await wang.call('duty.rota', {})).now[0]?.mine).toBe(false)
  })
  it('shows the hours without anybody only when somebody must be there', async () => {
    await plan([])
    expect((await secretary.call('duty.rota', {})).gaps).toEqual([])
    await plan([], { version: 1, cover: 'always' })
    const [gap, ...more] = (await secretary.call('duty.rota', {})).gaps
    expect(more).toEqual([])
    expect(gap && gap.to - gap.from).toBeGreaterThan((limits.days - 1) * day)
  })
  it('asks to look again when somebody else has planned meanwhile', async () => {
    await plan(everyDay(ids.li))
    const before = await stored()
    expect(await secretary.refused('duty.plan', { version: 0, cover: 'none', weekly: [] })).toMatchObject({
      code: 'ROTA_STALE',
    })
    expect(await stored()).toEqual(before)
  })
  it('of two secretaries at once exactly one plan stands', async () => {
    const answers = await Promise.all(
      [ids.li, ids.wang].map((id) =>
        plan(everyDay(id)).then(
          () => 'planned',
          (error: { code: string }) => error.code,
        ),
      ),
    )
    expect(answers.sort()).toEqual(['ROTA_STALE', 'planned'])
  })
  it('is carried out once however often it arrives, also after somebody else’s', async () => {
    const requestId = newRequestId()
    await plan(everyDay(ids.li), {}, requestId)
    await plan(everyDay(ids.wang), { version: 1 })
    expect(await plan(everyDay(ids.li), {}, requestId)).toEqual({ version: 1 })
    expect((await wang.call('duty.rota', {})).now[0]?.mine).toBe(true)
  })
  it('lists as colleagues only who can be on duty', async () => {
    const { colleagues } = await li.call('duty.colleagues', {})
    expect(new Set(colleagues.map(({ personId }) => personId))).toEqual(
      new Set([ids.li, ids.wang, ids.secretary]),
    )
    expect(colleagues).toContainEqual({ personId: ids.li, name: '李敏', title: '网格员', mine: true })
    expect(JSON.stringify(colleagues)).not.toContain('o-')
  })
  it('finds them along an index', async () => {
    const event = { action: 'duty.colleagues', input: {}, hat: `gridWorker-${kaixuan}` }
    const { meter } = await cloud.local.measure('api', event, { openid: 'o-li' })
    expect(meter.indexes).toContain('staff')
    expect(meter.indexes).not.toContain('scan')
  })
  it('keeps the swaps of the slots that it leaves alone', async () => {
    await planTomorrow()
    const shift = await myShift(li)
    const { day: date = '', slotId = '' } = shift ?? {}
    await li.call('duty.askSwap', { day: date, slotId, toId: ids.wang })
    const [swap] = (await wang.call('duty.rota', {})).swaps
    await wang.call('duty.answerSwap', { swapId: swap?.id ?? '', agrees: true })
    const { version, weekly } = await secretary.call('duty.rota', {})
    const same = weekly.map(({ who, weekday, from, to }) => ({ weekday, from, to, personId: who.personId }))
    await plan(same, { version, cover: 'always' })
    expect((await myShift(wang))?.insteadOf).toBe('李敏')
  })
})

describe('the end of a term', () => {
  /** When the appointment of 王 ends, from now; null: it doesn't. */
  const endsIn = async (milliseconds: number | null) => {
    const { people } = await import('../../store/people.ts')
    const { command } = await import('../../store/collection.ts')
    const person = await people.get(ids.wang)
    const until = milliseconds === null ? null : Date.now() + milliseconds
    const appointments = person?.appointments.map((each) => ({ ...each, until })) ?? []
    await people.update({ _id: ids.wang }, { appointments: command.set(appointments) })
    return until
  }
  afterEach(() => endsIn(null))

  it('is a gap before it happens, and the end of the shift that runs', async () => {
    const until = await endsIn(2 * day)
    await plan(everyDay(ids.wang), { cover: 'always' })
    const { shifts, gaps } = await secretary.call('duty.rota', {})
    expect(shifts.at(-1)?.to).toBe(until)
    expect(gaps).toMatchObject([{ from: until }])
    expect((await secretary.call('work.today', {})).duty.gap).toMatchObject({ from: until })
  })

  it('takes one off duty when it comes, and out of the plan, which can be saved again', async () => {
    await endsIn(day)
    await plan([...everyDay(ids.wang), ...everyDay(ids.li)], { cover: 'always' })
    // A day later.
    const until = (await endsIn(-1)) ?? 0
    const { rotas } = await import('../../store/rotas.ts')
    const weekly = (await stored())?.weekly.map(({ who, ...slot }) => ({
      ...slot,
      who: who.until === undefined ? who : { ...who, until },
    }))
    await rotas.update({ _id: kaixuan }, { weekly })
    const rota = await secretary.call('duty.rota', {})
    expect(rota.now.map(({ name }) => name)).toEqual(['李敏'])
    expect((await secretary.call('duty.now', { organisationId: kaixuan })).now).toHaveLength(1)
    expect((await secretary.call('work.today', {})).duty.others.map(({ name }) => name)).toEqual(['李敏'])
    expect(rota.weekly).toHaveLength(7)
    // A planner who still sees them: what they can't have goes, the rest is saved.
    await plan([...everyDay(ids.wang), ...everyDay(ids.li)], { version: 1 })
    expect((await stored())?.weekly.map(({ who }) => who.name)).toEqual(Array(7).fill('李敏'))
  })

  it('before a shift ends, somebody can’t be asked for it, nor agree to it', async () => {
    await planTomorrow()
    const { day: date = '', slotId = '' } = (await myShift(li)) ?? {}
    await endsIn(day / 24)
    const ask = { day: date, slotId, toId: ids.wang }
    expect(await li.refused('duty.askSwap', ask)).toMatchObject({ code: 'LEAVES_BEFORE' })
    await endsIn(null)
    await li.call('duty.askSwap', ask)
    await endsIn(day / 24)
    const swapId = (await stored())?.swaps[0]?.id ?? ''
    expect(await wang.refused('duty.answerSwap', { swapId, agrees: true })).toMatchObject({
      code: 'LEAVES_BEFORE',
    })
    await wang.call('duty.answerSwap', { swapId, agrees: false })
  })

  it('is nobody else’s to see', async () => {
    const until = await endsIn(2 * day)
    await plan(everyDay(ids.wang))
    const seen = [await li.call('duty.colleagues', {}), (await li.call('duty.rota', {})).weekly]
    expect(JSON.stringify(seen)).not.toContain(String(until))
  })
})

describe('bad input gets its own refusal, and nothing is stored', () => {
  const slot = { weekday: 1, from: 480, to: 1200 }
  it.each<[string, () => object, string]>([
    ['a person from elsewhere', () => ({ weekly: [{ ...slot, personId: 'nobody' }] }), 'NOT_COLLEAGUE'],
    [
      'someone who only checks codes',
      () => ({ weekly: [{ ...slot, personId: ids.clerk }] }),
      'NOT_COLLEAGUE',
    ],
    [
      'one person twice at a time',
      () => ({ weekly: [slot, { ...slot, from: 600 }].map((each) => ({ ...each, personId: ids.li })) }),
      'SHIFTS_OVERLAP',
    ],
    [
      '101 slots',
      () => ({ weekly: Array.from({ length: limits.slots + 1 }, () => ({ ...slot, personId: ids.li })) }),
      'ROTA_FULL',
    ],
    ['an eighth day', () => ({ weekly: [{ ...slot, weekday: 8, personId: ids.li }] }), 'FIELD_INVALID'],
    ['the 1,440th minute', () => ({ weekly: [{ ...slot, to: 1440, personId: ids.li }] }), 'FIELD_INVALID'],
    ['an unknown cover', () => ({ cover: 'sometimes' }), 'FIELD_INVALID'],
    [
      'a name for a person',
      () => ({ weekly: [{ ...slot, personId: ids.li, name: '书记' }] }),
      'FIELD_UNKNOWN',
    ],
    [
      'an operator where a person belongs',
      () => ({ weekly: [{ ...slot, personId: { $ne: '' } }] }),
      'FIELD_INVALID',
    ],
  ])('a plan with %s', async (_, wrong, code) => {
    const refusal = await secretary.refused('duty.plan', {
      version: 0,
      cover: 'none',
      weekly: [],
      ...wrong(),
    })
    expect(refusal.code).toBe(code)
    expect(refusal.message).not.toMatch(/undefined|\{|\}/)
    expect(await stored()).toBeUndefined()
  })
  it('says who has two shifts on which day', async () => {
    const weekly = [slot, { ...slot, from: 600 }].map((each) => ({ ...each, personId: ids.li }))
    const { message } = await secretary.refused('duty.plan', { version: 0, cover: 'none', weekly })
    expect(message).toContain('李敏周一')
  })
  it.each<[string, string, () => object, string]>([
    ['a note without words', 'duty.handOver', () => ({ words: ' ' }), 'TEXT_EMPTY'],
    ['a note too long', 'duty.handOver', () => ({ words: '长'.repeat(limits.note + 1) }), 'TEXT_TOO_LONG'],
    ['a note without a shift', 'duty.handOver', () => ({ words: '路灯不亮' }), 'NOT_ON_DUTY'],
    [
      'a swap of no shift',
      'duty.askSwap',
      () => ({ day: '2026-01-01', slotId: 'x', toId: ids.li }),
      'SHIFT_NOT_FOUND',
    ],
    [
      'a swap with nobody',
      'duty.askSwap',
      () => ({ day: '2026-01-01', slotId: 'x', toId: 'x' }),
      'NOT_COLLEAGUE',
    ],
    [
      'a swap on no day',
      'duty.askSwap',
      () => ({ day: 'today', slotId: 'x', toId: ids.li }),
      'FIELD_INVALID',
    ],
    ['an answer to nothing', 'duty.answerSwap', () => ({ swapId: 'x', agrees: true }), 'SWAP_NOT_FOUND'],
    ['an answer that is none', 'duty.answerSwap', () => ({ swapId: 'x', agrees: '是' }), 'FIELD_INVALID'],
    ['nothing taken back', 'duty.takeBackSwap', () => ({ swapId: 'x' }), 'SWAP_NOT_FOUND'],
  ])('%s', async (_, action, input, code) => {
    await planTomorrow()
    const before = await stored()
    expect((await wang.refused(action as 'duty.handOver', input())).code).toBe(code)
    expect(await stored()).toEqual(before)
  })
})

describe('handing over', () => {
  it('leaves words for the next shift, the newest on top and only so many', async () => {
    await plan(everyDay(ids.li))
    for (let index = 1; index <= limits.notes + 1; index += 1)
      await li.call('duty.handOver', { words: `第 ${index} 条` })
    const { notes } = await wang.call('duty.rota', {})
    expect(notes[0]).toMatchObject({ name: '李敏', words: `第 ${limits.notes + 1} 条` })
    expect((await stored())?.notes).toHaveLength(limits.notes)
    expect((await wang.call('work.today', {})).duty.note?.words).toBe(`第 ${limits.notes + 1} 条`)
  })
  it('loses no note when several are left at once', async () => {
    await plan([...everyDay(ids.li), ...everyDay(ids.wang)])
    const words = ['一', '二', '三', '四']
    await Promise.all(
      words.map((each, index) => (index % 2 ? li : wang).call('duty.handOver', { words: each })),
    )
    expect(new Set((await stored())?.notes.map((note) => note.words))).toEqual(new Set(words))
  })
})

describe('a swap', () => {
  it('takes place when the colleague agrees, and is told to nobody else', async () => {
    await planTomorrow()
    const { day: date = '', slotId = '' } = (await myShift(li)) ?? {}
    await li.call('duty.askSwap', { day: date, slotId, toId: ids.wang })
    expect(date).toBe(beijingDate(tomorrow()))
    expect((await secretary.call('duty.rota', {})).swaps).toEqual([])
    expect((await li.call('duty.rota', {})).swaps).toMatchObject([{ mine: true, name: '网格员' }])
    const [swap] = (await wang.call('duty.rota', {})).swaps
    expect(swap).toMatchObject({ mine: false, name: '李敏', day: date })
    expect((await wang.call('work.today', {})).duty.toAnswer).toBe(1)
    await wang.call('duty.answerSwap', { swapId: swap?.id ?? '', agrees: true })
    expect(await myShift(li)).toMatchObject({ day: beijingDate(tomorrow() + 7 * day) })
    expect(await myShift(wang)).toMatchObject({ day: date, insteadOf: '李敏' })
    expect(await wang.refused('duty.answerSwap', { swapId: swap?.id ?? '', agrees: false })).toMatchObject({
      code: 'SWAP_SETTLED',
      message: expect.stringContaining('对方已经同意'),
    })
  })
  it('is off when it is taken back', async () => {
    await planTomorrow()
    const { day: date = '', slotId = '' } = (await myShift(li)) ?? {}
    await li.call('duty.askSwap', { day: date, slotId, toId: ids.wang })
    const [swap] = (await li.call('duty.rota', {})).swaps
    const swapId = swap?.id ?? ''
    expect(await wang.refused('duty.takeBackSwap', { swapId })).toMatchObject({ code: 'SWAP_NOT_FOUND' })
    await li.call('duty.takeBackSwap', { swapId })
    expect(await wang.refused('duty.answerSwap', { swapId, agrees: true })).toMatchObject({
      code: 'SWAP_SETTLED',
    })
    expect((await wang.call('duty.rota', {})).swaps).toEqual([])
  })
})

describe('who is on duty now', () => {
  it('costs one read besides the caller’s own document, at one’s own organisation and below', async () => {
    await plan(everyDay(ids.li))
    for (const [openid, hat] of [
      ['o-wang', `gridWorker-${kaixuan}`],
      ['o-supervisor', 'supervisor-210103-newSectorCommittee'],
    ] as const) {
      const event = { action: 'duty.now', input: { organisationId: kaixuan }, hat }
      const { value, meter } = await cloud.local.measure('api', event, { openid })
      expect(value).toMatchObject({ ok: true, data: { now: [{ name: '李敏', title: '网格员' }] } })
      const requests = Object.values(meter.requests).reduce((total, count) => total + count, 0)
      expect(requests).toBeLessThanOrEqual(2)
    }
  })
  it('is nobody where the timer alone has begun a rota, and whoever is above may ask', async () => {
    const { emptyRota } = await import('../../../domain/duty/rota.ts')
    const { rotas } = await import('../../store/rotas.ts')
    await rotas.put({ ...emptyRota(kaixuan), load: { people: {}, counted: [] } })
    expect(await supervisor.call('duty.now', { organisationId: kaixuan })).toEqual({ now: [] })
  })

  it('is nobody where nothing is planned, and not for those who have nothing to do with it', async () => {
    expect(await supervisor.call('duty.now', { organisationId: kaixuan })).toEqual({ now: [] })
    expect(await li.refused('duty.now', { organisationId: '210114001016' })).toMatchObject({
      code: 'NOT_YOURS',
    })
    expect(await li.refused('duty.now', { organisationId: 'nothing' })).toMatchObject({
      code: 'ORGANISATION_NOT_FOUND',
    })
  })
})
