import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { installedChromium, namedByVariable } from './chromium.mjs'

const folder = mkdtempSync(join(tmpdir(), 'fengming-chromium-'))
const browser = join(folder, 'google-chrome-stable')
writeFileSync(browser, '')

test('an environment variable decides, FENGMING_CHROMIUM first', () => {
  expect(namedByVariable({})).toBeUndefined()
  expect(namedByVariable({ CHROME_BIN: browser })).toBe(browser)
  expect(namedByVariable({ CHROME_BIN: '/nowhere', FENGMING_CHROMIUM: browser })).toBe(browser)
})

test('a variable that names nothing is refused in one sentence', () => {
  expect(() => namedByVariable({ FENGMING_CHROMIUM: '/nowhere/chrome' })).toThrow(
    'FENGMING_CHROMIUM names /nowhere/chrome, where there is no browser: correct it or unset it.',
  )
})

test('a browser is found on the path', () => {
  expect(installedChromium({ PATH: folder }, 'linux')).toBe(browser)
  expect(installedChromium({ PATH: '' }, 'linux')).toBeUndefined()
})

test('the one without windows comes first', () => {
  const shell = join(folder, 'chromium-headless-shell')
  writeFileSync(shell, '')
  expect(installedChromium({ PATH: folder }, 'linux')).toBe(shell)
})
