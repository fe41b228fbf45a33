import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Zippable, zipSync } from 'fflate'
import type { Index } from '../../cloudfunctions/store/indexes.ts'
import { type FunctionSettings, functionSettings } from '../build/functions.ts'
import { Stop } from './stop.ts'

export interface WantedFunction extends FunctionSettings {
  name: string
  /** The code as it is uploaded: a zip, in base64. */
  code: string
  /** Stands in the function's description, so that the next deployment knows what code is there. */
  mark: string
}

/** What an environment shall hold. */
export interface Wanted {
  collections: Record<string, Index[]>
  functions: WantedFunction[]
}

/** Tencent Cloud takes no larger zip inside a call. */
const largest = 1.5 * 1024 * 1024

/** Zip files know no time before; the same code gives the same bytes. */
const noTime = new Date(1980, 0, 1)

/** Of a folder and those in it, as paths that a zip has on every machine. */
const filesOf = (place: string): string[] =>
  readdirSync(place, { recursive: true })
    .map((file) => String(file).replaceAll('\\', '/'))
    .filter((file) => statSync(join(place, file)).isFile())
    .sort()

/** Packs the built functions, as they lie in `folder`. */
export function wantedFunctions(folder: string, names: readonly string[], version: string): WantedFunction[] {
  return names.map((name) => {
    const place = join(folder, name)
    if (!existsSync(join(place, 'index.js')))
      throw new Stop(`${place} holds no index.js`, 'run npm run build and see what it says')
    const files: Zippable = {}
    for (const file of filesOf(place)) files[file] = readFileSync(join(place, file))
    const zip = zipSync(files, { level: 9, mtime: noTime })
    if (zip.length > largest)
      throw new Stop(
        `The function ${name} is ${Math.ceil(zip.length / 1024)} KB as a zip, and ${largest / 1024} KB can be sent`,
        'see in dist/cloudfunctions what grew, and take out what it does not need',
      )
    const digest = createHash('sha256').update(zip).digest('hex').slice(0, 16)
    return {
      name,
      ...functionSettings(name),
      code: Buffer.from(zip).toString('base64'),
      mark: `fengming ${version} ${digest}`,
    }
  })
}
