import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The icons of the mini-program, by their names in Lucide. Only these get into the bundle. */
export const iconNames = [
  'alarm-clock',
  'arrow-right',
  'ban',
  'bell-ring',
  'calendar-x',
  'camera',
  'car-front',
  'check',
  'chevron-down',
  'chevron-left',
  'chevron-right',
  'circle-arrow-up',
  'circle-check',
  'circle-dashed',
  'circle-pause',
  'circle-x',
  'clock',
  'cloud-off',
  'construction',
  'contrast',
  'corner-up-right',
  'ellipsis',
  'eye-off',
  'fire-extinguisher',
  'frown',
  'history',
  'hourglass',
  'house',
  'id-card',
  'info',
  'lock',
  'map-pin',
  'meh',
  'merge',
  'message-circle-more',
  'message-circle-question-mark',
  'message-square-plus',
  'messages-square',
  'phone-missed',
  'plus',
  'refresh-cw',
  'rotate-ccw',
  'route',
  'search',
  'send',
  'shield-alert',
  'shield-check',
  'siren',
  'smile',
  'trash-2',
  'undo-2',
  'user-round',
  'user-round-check',
  'users-round',
  'utensils',
  'wifi-off',
  'wrench',
  'x',
] as const

/** Those that also stand in badges, 16 px, with thicker lines. */
export const badgeIconNames = [
  'alarm-clock',
  'ban',
  'calendar-x',
  'circle-arrow-up',
  'circle-check',
  'circle-dashed',
  'circle-pause',
  'circle-x',
  'clock',
  'contrast',
  'hourglass',
  'lock',
  'merge',
  'message-circle-question-mark',
  'phone-missed',
  'route',
  'send',
  'siren',
  'undo-2',
  'user-round-check',
  'wifi-off',
] as const satisfies readonly (typeof iconNames)[number][]

export type BadgeIconName = (typeof badgeIconNames)[number]
export type IconName = (typeof iconNames)[number]

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
