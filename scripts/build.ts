import { fileURLToPath } from 'node:url'
import { buildApp } from './build/app.ts'
import { buildFunctions } from './build/functions.ts'

/** What is opened in WeChat DevTools and deployed: dist/miniprogram and dist/cloudfunctions. */
const functions = await buildFunctions(fileURLToPath(new URL('../dist/cloudfunctions', import.meta.url)))
console.log(`dist/cloudfunctions: ${functions.join(', ')}`)
console.log('dist/miniprogram: building, about a minute the first time …')
await buildApp('weapp')
console.log('dist/miniprogram: done. Open this folder in WeChat DevTools.')
