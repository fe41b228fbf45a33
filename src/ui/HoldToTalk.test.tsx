// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

vi.mock('@tarojs/components', () => import('../../tests/support/taroComponents'))

const { HoldToTalk } = await import('./HoldToTalk')

let told: string[]
let show: (seconds: number | undefined) => void
beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
  told = []
  const tell = (what: string) => () => void told.push(what)
  const button = (seconds: number | undefined) => (
    <HoldToTalk
      text="按住说话"
      seconds={seconds}
      limit={60}
      onStart={tell('start')}
      onFinish={tell('finish')}
      onCancel={tell('cancel')}
    />
  )
  const { rerender } = render(button(undefined))
  show = (seconds) => rerender(button(seconds))
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const button = () => screen.getByRole('button')
const at = (y: number) => ({ touches: [{ clientY: y }] })
const press = () => {
  fireEvent.touchStart(button(), at(600))
  show(0)
}
const wait = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds)

it('listens while it is held', () => {
  press()
  expect(screen.getByText('松开就录好')).toBeTruthy()
  wait(2000)
  fireEvent.touchEnd(button())
  expect(told).toEqual(['start', 'finish'])
})
it('says how much time is left towards the end', () => {
  press()
  show(49)
  expect(screen.getByText('往上滑，不要了')).toBeTruthy()
  show(52)
  expect(screen.getByText('还能说 8 秒')).toBeTruthy()
})
it('calls it off when the thumb slides up', () => {
  press()
  wait(2000)
  fireEvent.touchMove(button(), at(500))
  expect(screen.getByText('松开就不要了')).toBeTruthy()
  fireEvent.touchEnd(button())
  expect(told).toEqual(['start', 'cancel'])
})
it('keeps it when the thumb comes back down', () => {
  press()
  wait(2000)
  fireEvent.touchMove(button(), at(500))
  fireEvent.touchMove(button(), at(590))
  fireEvent.touchEnd(button())
  expect(told).toEqual(['start', 'finish'])
})
it('goes on after a tap, until the next one', () => {
  press()
  wait(120)
  fireEvent.touchEnd(button())
  fireEvent.click(button())
  expect(told).toEqual(['start'])
  expect(screen.getByText('说完了，点这里')).toBeTruthy()
  wait(5000)
  show(5)
  expect(screen.getByText('还能说 55 秒')).toBeTruthy()
  fireEvent.touchStart(button(), at(600))
  wait(120)
  fireEvent.touchEnd(button())
  fireEvent.click(button())
  expect(told).toEqual(['start', 'finish'])
})
it('is begun and ended by a mouse, a keyboard or a screen reader', () => {
  fireEvent.click(button())
  show(3)
  wait(3000)
  fireEvent.click(button())
  expect(told).toEqual(['start', 'finish'])
})
