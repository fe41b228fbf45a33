import * as sass from 'sass'
import type { IconName } from '../src/ui/iconNames'
import { icons, iconUrl, svgUrl } from './icons'

const text = (value: string) => new sass.SassString(value, { quotes: true })
const urls = (names: readonly IconName[], stroke: sass.Value | undefined) => {
  const width = stroke?.assertNumber('stroke').value ?? 2
  return new sass.SassList(names.map((name) => new sass.SassList([text(name), text(iconUrl(name, width))])))
}

/** What our style sheets can ask for while they are built: lists of name and data URL, and drawings of our own. */
export const styleFunctions: Record<string, sass.CustomFunction<'sync'>> = {
  'icons($stroke)': ([stroke]) => urls(icons.iconNames, stroke),
  'badge-icons($stroke)': ([stroke]) => urls(icons.badgeIconNames, stroke),
  'picture($svg)': ([svg]) => text(svgUrl(svg?.assertString('svg').text ?? '')),
}
