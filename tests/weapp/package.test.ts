import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'acorn'
import Ajv from 'ajv'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '../../scripts/build/app.ts'
import { fetchPackage } from '../support/tarball.ts'

/** WeChat's own upload tool. Its schemas are enough here: with what it depends on it would be 281 MB. */
const uploadTool = {
  name: 'miniprogram-ci@2.1.42',
  file: 'miniprogram-ci-2.1.42.tgz',
  integrity:
    'sha512-H/bq0Wo6kMbwzcOM4jiYSMuQUkND50+zeyY8EkJuY1TQYijkLbFmNK/CFsFJsJgVcvXZ94wn8Do50YSO/Rv6/w==',
}
const project = fileURLToPath(new URL('../../', import.meta.url))
const cache = join(project, '.cache/miniprogram-ci')
const require = createRequire(import.meta.url)
let folder: string

beforeAll(async () => {
  folder = await buildApp('weapp')
  await fetchPackage(uploadTool, cache)
}, 240_000)

it('WeChat’s own compiler takes every template', () => {
  const { wxmlToJs } = require('miniprogram-compiler') as { wxmlToJs(folder: string): string }
  const compiled = wxmlToJs(folder)
  for (const file of filesWith('.wxml')) expect(compiled).toContain(file)
}, 60_000)

describe('WeChat’s own schemas', () => {
  const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
  const faults = (schema: string, value: unknown) => {
    const check = new Ajv({ allErrors: true }).compile(
      require(join(cache, `package/dist/schema/dist/${schema}.js`)),
    )
    check(value)
    return check.errors ?? []
  }

  it('take the settings of the app, of every page and component, and of the project', () => {
    const app = json(join(folder, 'app.json'))
    expect(faults('app', app)).toEqual([])
    expect(faults('theme', json(join(folder, 'theme.json')))).toEqual([])
    const others = ['app.json', 'theme.json', 'project.config.json']
    const pages = filesWith('.json').filter((file) => !others.includes(file))
    expect(pages.length).toBeGreaterThan(60)
    for (const file of pages) expect(faults('page', json(join(folder, file))), file).toEqual([])
    expect(faults('projectconfig', json(join(project, 'project.config.json')))).toEqual([])
  })

  it('refuse a setting that WeChat does not know', () => {
    expect(faults('page', { navigationBarTitleText: '首页', animation: false })).toHaveLength(1)
  })
})

/** iOS 12 and what came with it. WeChat adds what is missing of the library, and can't add what is missing of the language. */
describe('the oldest phones', () => {
  const scripts = () =>
    filesWith('.js').map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const)

  it('know the language of every script', () => {
    expect(scripts().length).toBeGreaterThan(60)
    for (const [file, text] of scripts()) expect(() => parse(text, { ecmaVersion: 2019 }), file).not.toThrow()
  })

  it('find no pattern that looks back: before iOS 16.4 it would leave the whole app blank', () => {
    for (const [file, text] of scripts()) expect(text.match(/.{0,40}\(\?<[=!].{0,40}/), file).toBeNull()
  })
})

const filesWith = (ending: string) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(ending))
