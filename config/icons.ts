import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { requireWithEsbuild } from '@tarojs/helper'
import type { badgeIconNames, IconName, iconNames } from '../src/ui/iconNames'

/** Where the icons are listed; a build that is kept is good only as long as this list. */
export const iconList = join(__dirname, '../src/ui/iconNames.ts')

/** The lists, read while the configuration is loaded: only the files beside this one are compiled then. */
export const icons: { iconNames: typeof iconNames; badgeIconNames: typeof badgeIconNames } =
  requireWithEsbuild(iconList)

const folder = join(__dirname, '../node_modules/lucide-static/icons')

/** The strokes of an icon as a data URL that CSS can take for a mask. Line width in units of the 24 px grid. */
export function iconUrl(name: IconName, strokeWidth: number): string {
  const svg = readFileSync(join(folder, `${name}.svg`), 'utf8')
  const strokes = svg
    .slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><')
    .replace(/ \/>/g, '/>')
    .trim()
  return svgUrl(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#000" stroke-width="${strokeWidth}" stroke-linecap="round" stroke-linejoin="round">${strokes}</svg>`,
  )
}

/** A picture as a data URL, with as few escapes as style sheets allow. */
export function svgUrl(svg: string): string {
  const escaped = svg.replaceAll('"', "'").replace(/[%#<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `data:image/svg+xml,${escaped}`
}
