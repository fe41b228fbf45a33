import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { iconNames } from './iconNames'

const root = join(import.meta.dirname, '../..')

it.each(iconNames)('Lucide has %s', (name) => {
  expect(existsSync(join(root, `node_modules/lucide-static/icons/${name}.svg`))).toBe(true)
})

it('every icon in the bundle is shown somewhere', () => {
  const code = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/iconNames|\.test\./.test(file))
    .map((file) => readFileSync(join(root, 'src', file), 'utf8'))
    .join('\n')
  expect(iconNames.filter((name) => !new RegExp(`['"]${name}['"]`).test(code))).toEqual([])
})
