import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mediaWord, pushed } from '../../scripts/load/wechat.ts'
import { startTestCloud, type TestCloud } from '../../tests/support/cloud.ts'

const trace = '60ae120f-371d5872-7941a05b'
let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103014'] })
}, 60_000)
afterAll(() => cloud.close())

const words = async () => {
  const { checkWords } = await import('../store/checks.ts')
  return (await checkWords.find({ where: {}, limit: 100 })).map(({ _id, says }) => [_id, says])
}

describe('the word of WeChat', () => {
  it.each(['wx_client', 'wx_client,scf', 'wx_devtools', 'wx_trigger', 'wx_unknown,wx_client'])(
    'is nobody else’s to bring: %s',
    async (source) => {
      const brought = cloud.local.call('mediacheck', mediaWord(trace, 'pass'), { openid: 'o-rider', source })
      expect(await brought).toEqual({ refused: true })
      expect(await words()).toEqual([])
    },
  )

  it('is kept once, as it came first', async () => {
    expect(await cloud.local.call('mediacheck', mediaWord(trace, 'risky'), pushed)).toBe('success')
    expect(await cloud.local.call('mediacheck', mediaWord(trace, 'pass'), pushed)).toBe('success')
    expect(await words()).toEqual([[trace, 'held']])
  })

  it('is kept though WeChat names somebody as who set it off', async () => {
    const other = `${trace}-2`
    await cloud.local.call('mediacheck', mediaWord(other, 'pass'), { ...pushed, openid: 'o-somebody' })
    expect(await words()).toContainEqual([other, 'passed'])
  })

  it.each([
    {},
    'text',
    { Event: 'user_enter_tempsession' },
    { ...mediaWord(trace, 'pass'), trace_id: { $gt: '' } },
  ])('and nothing else is: %j', async (event) => {
    const before = await words()
    expect(await cloud.local.call('mediacheck', event, pushed)).toBe('success')
    expect(await words()).toEqual(before)
  })

  it('of what nobody asked changes nothing, and is gone after an hour', async () => {
    const { checkWords } = await import('../store/checks.ts')
    await cloud.local.trigger('clock')
    expect(await words()).not.toEqual([])
    await checkWords.update({ _id: trace }, { at: 1, tickAt: 1 })
    await cloud.local.trigger('clock')
    expect((await words()).map(([id]) => id)).not.toContain(trace)
  })
})
