import { writeFileSync } from 'node:fs'
import { privacyGuide } from './privacy/guide.ts'

/** Writes docs/privacy-guide.md, to be pasted into WeChat's console; a test keeps it, the code and app.json together. */
writeFileSync(new URL('../docs/privacy-guide.md', import.meta.url), privacyGuide())
console.log('docs/privacy-guide.md was written')
