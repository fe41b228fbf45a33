import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { TmplGroup } from 'glass-easel-template-compiler'
import { buildApp } from '../../../scripts/build/app.ts'
import { styleSheet } from './styles.ts'

/** What the browser gets of the compiled mini-program: its files by path, as they lie in the package. */
export interface Package {
  /** JavaScript by path, unchanged. */
  code: Record<string, string>
  /** JSON by path without its ending. */
  settings: Record<string, Settings>
  /** WXSS as CSS, by path without its ending; what it imports is in it. */
  styles: Record<string, string>
}

export interface Settings {
  component?: boolean
  usingComponents?: Record<string, string>
  navigationBarTitleText?: string
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: 'black' | 'white'
  navigationStyle?: 'default' | 'custom'
  backgroundColor?: string
}

const dist = fileURLToPath(new URL('../../../dist/', import.meta.url))
const here = fileURLToPath(new URL('./', import.meta.url))

/**
 * Puts the compiled mini-program and the host that runs it into a folder that the preview can serve. Templates go
 * through WeChat's own open compiler; a warning of it is an error here.
 */
export async function packHost(): Promise<string> {
  const compiled = await buildApp('weapp')
  mkdirSync(dist, { recursive: true })
  const folder = mkdtempSync(join(dist, 'weapp-host-'))
  const files = readdirSync(compiled, { recursive: true }).map(String)
  const read = (file: string) => readFileSync(join(compiled, file), 'utf8')
  const ending = (with_: string) => files.filter((file) => file.endsWith(with_))
  const bare = (file: string) => file.slice(0, file.lastIndexOf('.'))
  const package_: Package = {
    code: Object.fromEntries(ending('.js').map((file) => [file, read(file)])),
    settings: Object.fromEntries(ending('.json').map((file) => [bare(file), JSON.parse(read(file))])),
    styles: Object.fromEntries(
      ending('.wxss').map((file) => [bare(file), styleSheet(withImports(file, read))]),
    ),
  }
  const templates = compileTemplates(ending('.wxml'), ending('.wxs'), read)
  writeFileSync(join(folder, 'package.js'), `window.compiled = ${JSON.stringify(package_)}`)
  writeFileSync(join(folder, 'templates.js'), `window.templates = ${templates}`)
  copyFileSync(join(here, 'host.html'), join(folder, 'index.html'))
  copyFileSync(join(here, 'host.css'), join(folder, 'host.css'))
  await build({
    entryPoints: [join(here, 'host.browser.ts')],
    outfile: join(folder, 'host.js'),
    bundle: true,
    format: 'iife',
    sourcemap: 'inline',
    logLevel: 'error',
  })
  return folder
}

function compileTemplates(templates: string[], scripts: string[], read: (file: string) => string): string {
  const group = new TmplGroup()
  for (const file of scripts) group.addScript(file.replace(/\.wxs$/, ''), read(file))
  for (const file of templates) {
    const warnings: unknown[] = group.addTmpl(file.replace(/\.wxml$/, ''), read(file))
    if (warnings.length > 0) throw new Error(`${file}: ${JSON.stringify(warnings)}`)
  }
  const compiled = group.getTmplGenObjectGroups()
  group.free()
  return compiled
}

/** A style sheet with what it imports in its place. */
function withImports(file: string, read: (file: string) => string): string {
  return read(file).replace(/@import\s*"([^"]+)";/g, (_, target: string) =>
    withImports(posix.join(dirname(file), target), read),
  )
}
