import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { appSetting } from './functions.ts'

const project = fileURLToPath(new URL('../../', import.meta.url))
/** What a build is made of: when none of it has changed, the last one still holds. */
const sources = [
  'src',
  'domain',
  'config',
  'package-lock.json',
  'babel.config.cjs',
  'project.config.json',
  '.env',
]

export type Platform = 'h5' | 'weapp'
export const outputs = { h5: join(project, 'dist/h5'), weapp: join(project, 'dist/miniprogram') } as const

/** Builds the mini-program for a platform unless the last build still holds; returns the folder. */
export async function buildApp(platform: Platform): Promise<string> {
  const folder = outputs[platform]
  const stamp = join(project, 'dist', `${platform}.stamp`)
  const state = fingerprint()
  if (existsSync(join(folder, 'app.json')) || existsSync(join(folder, 'index.html')))
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return folder
  await taro(platform)
  mkdirSync(join(project, 'dist'), { recursive: true })
  writeFileSync(stamp, state)
  return folder
}

/** Runs Taro's build in a folder with a configuration of its own. */
export function taro(platform: Platform, cwd = project): Promise<void> {
  const cli = join(project, 'node_modules/@tarojs/cli/bin/taro')
  const child = spawn(process.execPath, [cli, 'build', '--type', platform], {
    cwd,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`The ${platform} build failed:\n${said.slice(-6000)}`))
    })
  })
}

function fingerprint(): string {
  // The environment that the mini-program calls can be given from outside; it stands in the build.
  const hash = createHash('sha256').update(
    `${process.env.TARO_APP_CLOUD_ENV} ${appSetting('TARO_APP_TEMPLATES')}`,
  )
  for (const source of sources) {
    const path = join(project, source)
    if (!existsSync(path)) continue
    const files = source.includes('.') ? [''] : readdirSync(path, { recursive: true }).map(String).sort()
    for (const file of files) {
      if (/\.test\.tsx?$/.test(file)) continue
      const full = join(path, file)
      try {
        hash.update(file).update(readFileSync(full))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EISDIR') throw error
      }
    }
  }
  return hash.digest('hex')
}
