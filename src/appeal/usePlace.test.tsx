// @vitest-environment jsdom
import { act, renderHook, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { Place } from '../../domain/contract'

const listeners = new Set<(online: boolean) => void>()
const { community } = vi.hoisted(() => ({
  community: { id: 'c', name: '巢湖社区', kind: 'community', location: '于洪区' } as Place,
}))
vi.mock('@tarojs/taro', async () => ({
  ...(await import('../../tests/support/taro')),
  useRouter: () => ({ params: { area: 'c' } }),
}))
let read = 0
vi.mock('../call/call', () => ({
  onSignal: (listen: (online: boolean) => void) => {
    listeners.add(listen)
    return () => listeners.delete(listen)
  },
  call: async () => {
    read += 1
    return { place: { ...community } }
  },
}))
const { useScannedPlace } = await import('./usePlace')

it('a scanned place is taken once: what the person chooses afterwards stays', async () => {
  const taken: string[] = []
  const change = ({ place }: { place: Place }) => {
    taken.push(place.id)
  }
  renderHook(() => useScannedPlace(change))
  await waitFor(() => expect(taken).toEqual(['c']))
  await act(async () => {
    for (const listen of listeners) listen(true)
  })
  expect(read).toBe(2)
  expect(taken).toEqual(['c'])
})
