import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import app from '../../src/app.config.ts'
import { privacyGuide } from './guide.ts'
import { namedInAppJson, type PrivacyKind, privacyKinds } from './kinds.ts'

const source = fileURLToPath(new URL('../../src/', import.meta.url))
const code = readdirSync(source, { recursive: true })
  .map(String)
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|app\.config/.test(file))
  .map((file) => readFileSync(`${source}${file}`, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''))
  .join('\n')
const isUsed = (name: string) =>
  new RegExp(`${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`).test(code)

describe('what WeChat wants declared', () => {
  it.each<PrivacyKind>([...privacyKinds])(
    '$label: used and declared, or neither',
    ({ interfaces, purpose }) => {
      expect(interfaces.filter(isUsed).length > 0).toBe(purpose !== undefined)
    },
  )

  it('app.json names the position interfaces that are used, and no other', () => {
    expect(app.requiredPrivateInfos).toEqual(namedInAppJson.filter(isUsed))
    expect(app.permission?.['scope.userLocation']?.desc).toBeTruthy()
    expect(app).toMatchObject({ __usePrivacyCheck__: true })
  })

  it('docs/privacy-guide.md says what the table says (npm run privacy)', () => {
    expect(readFileSync(new URL('../../docs/privacy-guide.md', import.meta.url), 'utf8')).toBe(privacyGuide())
  })
})
