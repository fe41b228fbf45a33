import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isInstalled, isNewEnough } from './setup.mjs'

const wanted = { version: '1.0.0', integrity: 'sha512-a' }

function project(lock: object, record?: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'fengming-setup-'))
  mkdirSync(join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...lock } }))
  if (record) {
    writeFileSync(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: record }))
  }
  return folder
}

test.each([
  ['20.11.0', true],
  ['20.11.1', true],
  ['22.0.0', true],
  ['20.10.9', false],
  ['18.20.4', false],
])('Node %s is new enough: %s', (version, answer) => {
  expect(isNewEnough(version)).toBe(answer)
})

test.each([
  ['nothing was ever installed', { 'node_modules/a': wanted }, undefined, false],
  ['npm installed the same', { 'node_modules/a': wanted }, { 'node_modules/a': wanted }, true],
  ['a package is missing', { 'node_modules/a': wanted }, {}, false],
  [
    'the lock file asks for another version',
    { 'node_modules/a': wanted },
    { 'node_modules/a': { ...wanted, version: '0.9.0' } },
    false,
  ],
  [
    'a package for another system was left out',
    { 'node_modules/a': { ...wanted, optional: true } },
    {},
    true,
  ],
])('%s', (_case, lock, record, answer) => {
  expect(isInstalled(project(lock, record))).toBe(answer)
})

test('an installation is recognised by its stamp until the lock file changes', () => {
  const folder = project({ 'node_modules/a': wanted }, { 'node_modules/a': wanted })
  expect(isInstalled(folder)).toBe(true)
  writeFileSync(join(folder, 'node_modules', '.package-lock.json'), '{"packages":{}}')
  expect(isInstalled(folder)).toBe(true)
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8')
  writeFileSync(join(folder, 'package-lock.json'), lock.replace('1.0.0', '2.0.0'))
  expect(isInstalled(folder)).toBe(false)
})
