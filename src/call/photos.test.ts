import { expect, it, vi } from 'vitest'

const { full } = vi.hoisted(() => ({ full: new Set<string>() }))
const kept: string[] = []
vi.mock('@tarojs/taro', () => ({
  default: {
    chooseMedia: async () => ({ tempFiles: ['a', 'b', 'c'].map((tempFilePath) => ({ tempFilePath })) }),
    compressImage: async ({ src }: { src: string }) => ({ tempFilePath: src }),
    getFileSystemManager: () => ({
      readFileSync: (path: string) => new TextEncoder().encode(path).buffer,
    }),
  },
}))
vi.mock('./fileName', () => ({ newFileName: async () => `name${Math.random()}` }))
vi.mock('./kept.weapp', () => ({
  keepFile: (_: string, bytes: ArrayBuffer) => {
    const picture = new TextDecoder().decode(bytes)
    if (full.has(picture)) throw new Error('the maximum size of the file storage limit is exceeded')
    kept.push(picture)
  },
}))
const { choosePhotos } = await import('./photos.weapp')

it('a picture that the phone has no room for costs no other', async () => {
  full.add('b')
  const { names, refused } = await choosePhotos(9, 'any', () => {})
  expect(kept).toEqual(['a', 'c'])
  expect(names).toHaveLength(2)
  expect(refused?.code).toBe('PHONE_FULL')
})
