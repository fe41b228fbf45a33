import { expect, it, vi } from 'vitest'
import { addressOf } from './address'

vi.mock('@tarojs/taro', () => import('../../tests/support/taro'))

it('asks the local cloud for what lies in it, and leaves what the phone keeps', () => {
  expect(addressOf('cloud://local.local/photos/0f.jpg')).toBe(
    '/stored?id=cloud%3A%2F%2Flocal.local%2Fphotos%2F0f.jpg',
  )
  expect(addressOf('blob:http://here/1')).toBe('blob:http://here/1')
})

it('names files so that nobody guesses one from another', async () => {
  const { newFileName } = await import('./fileName')
  const names = await Promise.all(Array.from({ length: 20 }, () => newFileName('jpg')))
  expect(new Set(names).size).toBe(20)
  for (const name of names) expect(name).toMatch(/^[0-9a-f]{32}\.jpg$/)
})
