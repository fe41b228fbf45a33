import { describe, expect, it } from 'vitest'
import { photoFile, voiceFile } from './fields.ts'

const name = '0123456789abcdef0123456789abcdef'
const code = (schema: typeof photoFile, fileId: unknown) => schema.safeParse(fileId).error?.issues[0]?.message

describe('ids of photos', () => {
  it.each([
    [`cloud://env.bucket-1/photos/${name}.jpg`, undefined],
    [`cloud://env.bucket/photos/${name}.webp`, undefined],
    // A name that says whose it is, or that can be guessed.
    [`cloud://env.bucket/photos/abc123/${name}.jpg`, 'PHOTO_NOT_YOURS'],
    ['cloud://env.bucket/photos/1.jpg', 'PHOTO_NOT_YOURS'],
    [`cloud://env.bucket/photos/../codes/${name}.jpg`, 'PHOTO_NOT_YOURS'],
    [`cloud://env.bucket/codes/${name}.png`, 'PHOTO_NOT_YOURS'],
    [`cloud://env.bucket/voices/${name}.jpg`, 'PHOTO_NOT_YOURS'],
    [`cloud://env.bucket/photos/${name}.html`, 'PHOTO_NOT_YOURS'],
    [`https://example.com/photos/${name}.jpg`, 'PHOTO_NOT_YOURS'],
    [`cloud://env.bucket/photos/${name}.jpg\n`, 'PHOTO_NOT_YOURS'],
    [{ $ne: null }, 'FIELD_INVALID'],
  ])('%s: %s', (fileId, refusal) => expect(code(photoFile, fileId)).toBe(refusal))
})

describe('ids of recordings', () => {
  it.each([
    [`cloud://env.x/voices/${name}.mp3`, undefined],
    [`cloud://env.x/voices/${name}.webm`, undefined],
    [`cloud://env.x/voices/p-1/${name}.mp3`, 'VOICE_NOT_YOURS'],
    [`cloud://env.x/photos/${name}.mp3`, 'VOICE_NOT_YOURS'],
    [`cloud://env.x/voices/${name}.jpg`, 'VOICE_NOT_YOURS'],
    [`cloud://env.x/voices/${name}.mp3.html`, 'VOICE_NOT_YOURS'],
    [null, 'FIELD_INVALID'],
  ])('%s: %s', (fileId, refusal) => expect(code(voiceFile, fileId)).toBe(refusal))
})
