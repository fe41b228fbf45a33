import { join, resolve } from 'node:path'
import { defineConfig } from '@tarojs/cli'
import { answersMark } from './answers'
import { iconList } from './icons'
import { styleFunctions } from './styles'

const root = resolve(__dirname, '..')
const outputs: Record<string, string> = { weapp: 'dist/miniprogram', h5: 'dist/h5' }
const rules = [join(root, 'domain')]
// Taro brings an importer of Sass's old interface; functions of ours need the new one.
const sassLoaderOption = { api: 'modern', sassOptions: { importer: null, functions: styleFunctions } }

export default defineConfig({
  projectName: 'fengming',
  // One px in a style sheet is one px of the design, which is 375 wide.
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: outputs[process.env.TARO_ENV ?? ''] ?? 'dist/other',
  framework: 'react',
  env: { ANSWERS_MARK: JSON.stringify(answersMark()) },
  plugins: [join(root, 'config/accessibility/plugin.ts')],
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: {
    // Not for what ships: with it, a module that changes its package is not found by the pages that were built before.
    enable: process.env.TARO_ENV === 'h5',
    buildDependencies: { icons: [iconList, join(root, 'config/icons.ts'), join(root, 'config/styles.ts')] },
  },
  logger: { quiet: true, stats: false },
  jsMinimizer: 'terser',
  terser: {
    enable: true,
    config: { compress: { passes: 2 }, output: { comments: false, ascii_only: false } },
  },
  mini: {
    compile: { include: rules },
    sassLoaderOption,
    optimizeMainPackage: { enable: true },
    // Each component's classes are its own: the order of the style sheets does not matter.
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
  },
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    compile: { include: rules },
    sassLoaderOption,
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    // One px stays one px: the frame of the preview is as wide as the design.
    postcss: {
      autoprefixer: { enable: true },
      pxtransform: { enable: false },
      cssModules: { enable: false },
    },
  },
})
