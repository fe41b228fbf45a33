// @vitest-environment jsdom
import { act, renderHook, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { refusals } from '../../domain/errors'
import { asked, forgetAll } from '../../tests/support/taro'
import type { Chosen } from './keepEach'
import { Refused } from './refused'

vi.mock('@tarojs/taro', () => import('../../tests/support/taro'))
vi.mock('./kept', () => ({ keptUrl: async (name: string) => `blob:${name}`, dropFile: async () => {} }))
/** What the phone has been asked for and has not answered yet, in order. */
const choosing: { room: number; keep: (chosen: Chosen) => void; fail: (thrown: Error) => void }[] = []
vi.mock('./photos', () => ({
  choosePhotos: (room: number, _: string, onChosen: () => void) => {
    onChosen()
    return new Promise<Chosen>((keep, fail) => {
      choosing.push({ room, keep, fail })
    })
  },
}))
const { usePhotos } = await import('./usePhotos')

beforeEach(() => {
  forgetAll()
  choosing.length = 0
})
const show = (begun: string[] = []) =>
  renderHook(() => {
    const [ids, change] = useState(begun)
    return { ids, ...usePhotos(ids, change, 4) }
  }).result

it('adds to what is there by then, not to what was there when it was asked for', async () => {
  const photos = show()
  act(() => {
    photos.current.add('any')
    photos.current.add('camera')
  })
  expect(photos.current.storing).toBe(true)
  await act(async () => choosing[0]?.keep({ names: ['a', 'b', 'c'] }))
  expect(photos.current.storing).toBe(true)
  await act(async () => choosing[1]?.keep({ names: ['d'] }))
  expect(photos.current.ids).toEqual(['a', 'b', 'c', 'd'])
  expect(photos.current.storing).toBe(false)
  await waitFor(() => expect(photos.current.urls).toHaveLength(4))
})

it('takes no more than fit', async () => {
  const photos = show(['a', 'b'])
  act(() => {
    photos.current.add('any')
    photos.current.add('any')
  })
  await act(async () => {
    choosing[0]?.keep({ names: ['c', 'd'] })
    choosing[1]?.keep({ names: ['e', 'f'] })
  })
  expect(photos.current.ids).toEqual(['a', 'b', 'c', 'd'])
})

it('what is removed meanwhile stays away, what is replaced goes', async () => {
  const photos = show(['a', 'b'])
  act(() => {
    photos.current.add('camera', 1)
  })
  act(() => photos.current.remove(0))
  await act(async () => choosing[0]?.keep({ names: ['c'] }))
  expect(photos.current.ids).toEqual(['c'])
})

it('keeps what was kept and says what was not', async () => {
  const photos = show()
  let came: boolean | undefined
  act(() => {
    photos.current.add('any').then((answer) => {
      came = answer
    })
  })
  await act(async () => choosing[0]?.keep({ names: ['a'], refused: new Refused('PHONE_FULL') }))
  expect([came, photos.current.ids, asked.toasts]).toEqual([true, ['a'], [refusals.PHONE_FULL]])
})

it('says that it failed, whatever it was', async () => {
  const photos = show()
  let came: boolean | undefined
  act(() => {
    photos.current.add('any').then((answer) => {
      came = answer
    })
  })
  await act(async () => choosing[0]?.fail(new Error('out of memory')))
  expect([came, asked.toasts, photos.current.storing]).toEqual([false, [refusals.INTERNAL], false])
})
