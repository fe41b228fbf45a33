// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Health } from './words'

vi.mock('@tarojs/taro', () => import('../../../tests/support/taro'))
vi.mock('@tarojs/components', () => import('../../../tests/support/taroComponents'))
const { Hour, Incidents, Timer, Waits } = await import('./Parts')
const { headline } = await import('./words')

const minute = 60_000
const at = 1_764_471_000_000
const none = { count: 0, more: false, old: 0, since: null }
const calm: Health = {
  at,
  build: '1.2.3 0a1b2c3d',
  database: 40,
  timer: {
    since: at - 60 * minute,
    at: at - 2 * minute,
    late: false,
    runs: [{ at: at - 3 * minute, milliseconds: 800, full: true, failed: 0 }],
  },
  waiting: { appeals: none, messages: none, checks: none },
  hour: {
    calls: 1234,
    internal: 0,
    slow: 0,
    parts: [{ at: at - 60 * minute, calls: 1234, internal: 0, slow: 0 }],
    worst: [],
  },
  incidents: [],
}
const bad: Health = {
  ...calm,
  waiting: { ...calm.waiting, checks: { count: 100, more: true, old: 9, since: at - 90 * minute } },
  hour: { ...calm.hour, internal: 9, worst: [{ action: 'appeal.submit', calls: 30, internal: 9, slow: 4 }] },
  incidents: [
    { kind: 'errors', openedAt: at - 9 * minute, closedAt: null, count: 9 },
    { kind: 'slow', openedAt: at - 99 * minute, closedAt: at - 50 * minute, count: 30 },
  ],
}

afterEach(cleanup)
const shown = (health: Health) => {
  render(
    <>
      <Incidents {...health} />
      <Hour {...health} />
      <Waits {...health} />
      <Timer {...health} />
    </>,
  )
  return document.body.textContent ?? ''
}

describe('运行情况', () => {
  it('says in words that all is well', () => {
    expect(headline(calm).title).toBe('都好好的')
    const words = shown(calm)
    expect(words).toContain('近一小时 1,234 次，都办成了，也不慢')
    expect(words).toContain('没有在等的')
    expect(words).toContain('上一回跑完：2 分钟前')
    expect(words).not.toContain('要看')
    expect(screen.getAllByRole('img').map((bars) => bars.getAttribute('aria-label'))).toEqual([
      '近一小时 1,234 次，都办成了，也不慢',
      '最近 1 回，0 回有没办成的',
    ])
  })

  it('says what is wrong, what was, and which action it is', () => {
    expect(headline(bad).title).toBe('有 1 处要看一看')
    const words = shown(bad)
    expect(words).toContain('有事老是没办成')
    expect(words).toMatch(/办事变慢了.*好了/)
    expect(words).toContain('100 件以上，最久等了 1 小时 30 分')
    expect(words).toContain('诉求（appeal.submit）30 次，9 次没办成，4 次慢')
    expect(document.querySelectorAll('.bar-wrong')).toHaveLength(0)
  })

  it('says that the timer stands still, which nobody else can tell', () => {
    const stopped = { ...calm, timer: { ...calm.timer, at: at - 40 * minute, late: true } }
    expect(headline(stopped).title).toBe('定时任务停了')
    expect(shown(stopped)).toContain('上一回跑完：40 分钟前')
  })
})
