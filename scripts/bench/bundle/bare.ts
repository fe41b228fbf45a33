import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { taro } from '../../build/app.ts'

const project = fileURLToPath(new URL('../../../', import.meta.url))
const place = join(project, 'dist/bare')

/** What stands where in a mini-program, as its app.json says. */
export interface Pages {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
}

/**
 * Builds a mini-program with the same pages in the same packages and nothing on them, by the same Taro and the same
 * settings: what any app of this size weighs before it does anything. Gives the folder.
 */
export async function buildBare({ pages, subPackages }: Pages): Promise<string> {
  rmSync(place, { recursive: true, force: true })
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(place, file)), { recursive: true })
    writeFileSync(join(place, file), text)
  }
  const all = [...pages, ...subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))]
  for (const page of all) {
    write(`src/${page}.jsx`, bareElement('View', page))
    write(`src/${page}.config.js`, 'export default {}')
  }
  write('src/app.jsx', 'export default ({ children }) => children')
  write('src/app.config.js', `export default ${JSON.stringify({ pages, subPackages, window: {} })}`)
  write('package.json', '{ "name": "bare", "version": "0.0.0" }')
  write('project.config.json', '{ "appid": "touristappid", "projectname": "bare" }')
  write('babel.config.js', "module.exports = { presets: [['taro', { framework: 'react', ts: false }]] }")
  write('config/index.js', `module.exports = ${JSON.stringify(settings)}`)
  await taro('weapp', place)
  return join(place, 'dist')
}

const bareElement = (tag: string, text: string) =>
  `import { ${tag} } from '@tarojs/components'\nexport default () => <${tag}>${text}</${tag}>`

const settings = {
  projectName: 'bare',
  designWidth: 375,
  deviceRatio: { 375: 2 },
  sourceRoot: 'src',
  outputRoot: 'dist',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  logger: { quiet: true, stats: false },
  jsMinimizer: 'terser',
  terser: {
    enable: true,
    config: { compress: { passes: 2 }, output: { comments: false, ascii_only: false } },
  },
  mini: { optimizeMainPackage: { enable: true } },
}
