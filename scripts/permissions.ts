import { writeFileSync } from 'node:fs'
import { permissionsPage } from './permissions/page.ts'

/** Writes docs/permissions.md from the table in domain/permission.ts; a test keeps the two together. */
writeFileSync(new URL('../docs/permissions.md', import.meta.url), permissionsPage())
console.log('docs/permissions.md was written')
