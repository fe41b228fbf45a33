import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { complete } from '../scripts/complete-lock.mjs'

const project = fileURLToPath(new URL('..', import.meta.url))
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: project,
})
  .toString()
  .split('\n')
  .filter((file) => file && existsSync(join(project, file)))
const code = tracked.filter(
  (file) => /\.(ts|tsx|mjs)$/.test(file) && !file.endsWith('.d.ts') && !file.endsWith('.d.mts'),
)
const shipped = code.filter((file) => !/\.test\.tsx?$/.test(file) && !file.startsWith('tests/'))

interface Import {
  file: string
  /** A path in the project, or a package's name. */
  target: string
  typeOnly: boolean
  /** `import()`: read when it is needed. */
  later: boolean
}

function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(project, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  )
  const found: Import[] = []
  const add = (specifier: string, typeOnly: boolean, later = false) =>
    found.push({
      file,
      typeOnly,
      later,
      target: specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : specifier,
    })
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const named = node.importClause?.namedBindings
      const allTypes =
        node.importClause !== undefined &&
        !node.importClause.name &&
        named !== undefined &&
        ts.isNamedImports(named) &&
        named.elements.every((element) => element.isTypeOnly)
      add(node.moduleSpecifier.text, node.importClause?.isTypeOnly === true || allTypes)
    } else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    )
      add(node.moduleSpecifier.text, node.isTypeOnly)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments
      if (specifier && ts.isStringLiteral(specifier)) add(specifier.text, false, true)
    } else if (
      ts.isImportTypeNode(node) &&
      ts.isLiteralTypeNode(node.argument) &&
      ts.isStringLiteral(node.argument.literal)
    )
      add(node.argument.literal.text, true)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const imports = shipped.flatMap(importsOf)
const room = (path: string) => path.split('/')[0] ?? ''
const from = (name: string) => imports.filter(({ file }) => room(file) === name)
const rooms = ['domain', 'src', 'cloudfunctions', 'localcloud', 'config', 'scripts', 'tests']
const isOurs = (target: string) => rooms.includes(room(target))
const broken = (list: Import[]) => list.map(({ file, target }) => `${file} imports ${target}`)

/** What a run of these files can reach, libraries too, each with the way to it. */
function reachedFrom(
  starts: readonly string[],
  follows: (each: Import) => boolean = () => true,
): Map<string, string> {
  const reached = new Map<string, string>()
  const visit = (file: string, path: string) => {
    if (reached.has(file)) return
    reached.set(file, path)
    for (const { target } of imports.filter(
      (each) => each.file === file && !each.typeOnly && follows(each),
    )) {
      const files = [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`, `${target}/index.tsx`]
      const next = files.find((each) => shipped.includes(each)) ?? target
      visit(next, `${path} → ${next}`)
    }
  }
  for (const start of starts) visit(start, start)
  return reached
}

describe('the arrows of the house', () => {
  it('domain knows only itself, and libraries that do no I/O', () => {
    const allowed = /^(zod|dayjs|dayjs\/plugin\/.*|@noble\/hashes\/.*|canonicalize|chinese-days)$/
    expect(
      broken(from('domain').filter(({ target }) => room(target) !== 'domain' && !allowed.test(target))),
    ).toEqual([])
  })

  it('zod stands at the border only', () => {
    const users = from('domain').filter(({ target }) => target === 'zod')
    const border = /^domain\/(fields|([a-zA-Z]+\/)*contract)\.ts$/
    expect(users.map(({ file }) => file).filter((file) => !border.test(file))).toEqual([])
  })

  it('domain has no clock and no randomness', () => {
    for (const file of shipped.filter((each) => room(each) === 'domain')) {
      const text = readFileSync(join(project, file), 'utf8')
      expect(text, file).not.toMatch(
        /Date\.now\(|new Date\(\)|Math\.random|randomUUID|process\.|setTimeout|fetch\(/,
      )
    }
  })

  it('src knows domain, and of the contract only its types', () => {
    expect(
      broken(from('src').filter(({ target }) => isOurs(target) && !['src', 'domain'].includes(room(target)))),
    ).toEqual([])
  })

  it('nothing that the phone runs reaches zod, the hashes, the calendar or the cloud', () => {
    const heavy =
      /^(zod|@noble\/hashes.*|canonicalize|chinese-days|pinyin-pro|papaparse|wx-server-sdk|node:.*)$/
    const reached = reachedFrom(shipped.filter((each) => room(each) === 'src'))
    for (const [target, path] of reached) expect(target, path).not.toMatch(heavy)
    expect(reached.size).toBeGreaterThan(20)
  })

  it('a cold start of api reads no area, but the one of its first call', () => {
    const atStart = [...reachedFrom(['cloudfunctions/api/index.ts'], ({ later }) => !later).keys()]
    const ofAreas =
      /(^|\/)(contract|useCases)\.ts$|^(chinese-days|pinyin-pro|papaparse|canonicalize|@noble\/)/
    expect(atStart.filter((each) => ofAreas.test(each))).toEqual(['domain/call/contract.ts'])
  })

  it('cloudfunctions know domain and themselves; only store knows wx-server-sdk', () => {
    const list = from('cloudfunctions')
    expect(
      broken(
        list.filter(({ target }) => isOurs(target) && !['cloudfunctions', 'domain'].includes(room(target))),
      ),
    ).toEqual([])
    const users = list.filter(
      ({ target, file }) => target === 'wx-server-sdk' && !file.startsWith('cloudfunctions/store/'),
    )
    expect(broken(users)).toEqual([])
  })

  it('what cloudfunctions write to the log goes through one file, which lets no personal data through', () => {
    const users = shipped.filter(
      (file) =>
        file.startsWith('cloudfunctions/') &&
        /console\.|process\.std(out|err)/.test(readFileSync(join(project, file), 'utf8')),
    )
    expect(users).toEqual(['cloudfunctions/log.ts'])
  })

  it('localcloud knows nothing of the product', () => {
    expect(
      broken(from('localcloud').filter(({ target }) => isOurs(target) && room(target) !== 'localcloud')),
    ).toEqual([])
    for (const file of shipped.filter((each) => room(each) === 'localcloud'))
      expect(readFileSync(join(project, file), 'utf8'), file).not.toMatch(/appeal|诉求|蜂鸣|Fengming/i)
  })
})

describe('conventions', () => {
  it('no barrels, no utils drawer', () => {
    expect(shipped.filter((file) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.ts)/.test(file))).toEqual([])
    for (const file of shipped) {
      const source = ts.createSourceFile(
        file,
        readFileSync(join(project, file), 'utf8'),
        ts.ScriptTarget.Latest,
      )
      const onlyExports = source.statements.length > 1 && source.statements.every(ts.isExportDeclaration)
      expect(onlyExports, `${file} only passes on`).toBe(false)
    }
  })

  it('every use case is one file that its folder names, and the table of areas every folder', () => {
    const text = (file: string) => readFileSync(join(project, file), 'utf8')
    const areas = text('cloudfunctions/api/areas.ts')
    const useCases = shipped.filter(
      (file) => /^cloudfunctions\/api\/.+\//.test(file) && /: UseCase</.test(text(file)),
    )
    expect(useCases.length).toBeGreaterThan(10)
    for (const file of useCases) {
      const folder = dirname(file)
      expect(text(`${folder}/useCases.ts`)).toContain(file.replace(folder, '.'))
      expect(areas).toContain(`./${folder.replace('cloudfunctions/api/', '')}/useCases.ts`)
    }
  })

  it('no pattern looks back: an iPhone before iOS 16.4 can’t read it, and the app would stay blank', () => {
    for (const file of shipped.filter((each) => ['src', 'domain'].includes(room(each))))
      expect(readFileSync(join(project, file), 'utf8'), file).not.toMatch(/\(\?<[=!]/)
  })

  it('what can be tapped says what it is: ui/Tap, and a few that are named here', () => {
    const others = [
      // A map is looked at; the fields below it say the same place in figures.
      'src/admin/organisation/MapView.h5.tsx',
      // Says what it is by itself: it is held, too.
      'src/ui/HoldToTalk.tsx',
      // The ground around a sheet, which has a button to shut it.
      'src/ui/Sheet.tsx',
    ]
    const listening = shipped.filter(
      (file) => /^src\/.*\.tsx$/.test(file) && readFileSync(join(project, file), 'utf8').includes('onClick='),
    )
    expect(listening.filter((file) => file !== 'src/ui/Tap.tsx').sort()).toEqual(others)
  })

  it('is read out in the order in which it is seen: no style turns an order round', () => {
    const styles = tracked.filter((file) => /^src\/.*\.scss$/.test(file))
    expect(styles.length).toBeGreaterThan(50)
    for (const file of styles)
      expect(readFileSync(join(project, file), 'utf8'), file).not.toMatch(/-reverse|(^|[\s;{])order:/)
  })

  it('no file holds a path of a machine or the address of a registry', () => {
    const pattern =
      /\/(?:Users|root)\/|\/home\/(?!index)|\/work\/(?:main|shared)|registry\.npm|registry\.yarn/
    const texts = tracked.filter(
      (file) => /\.(ts|tsx|mjs|js|json|md|scss|css|html|yml)$/.test(file) && file !== 'package-lock.json',
    )
    for (const file of texts.filter((each) => each !== 'tests/architecture.test.ts'))
      expect(readFileSync(join(project, file), 'utf8'), file).not.toMatch(pattern)
  })

  it('the lock file serves every system, without download addresses', () => {
    const lock = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8'))
    expect(complete(lock), 'run node scripts/complete-lock.mjs').toBe(0)
    expect(JSON.stringify(lock)).not.toContain('"resolved":"http')
  })
})
