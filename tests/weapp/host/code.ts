import type { Constructors } from './engine.ts'

/** What a page's code may name in WeChat beside the language itself; everything else of a browser is not there. */
const phoneHas = new Set(
  'console setTimeout clearTimeout setInterval clearInterval Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError JSON Math Intl ArrayBuffer Atomics Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set WeakMap WeakSet WeakRef Proxy Reflect FinalizationRegistry decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape eval isFinite isNaN'.split(
    ' ',
  ),
)

function hiddenNames(): string[] {
  const names = new Set<string>()
  for (let level: object | null = window; level; level = Object.getPrototypeOf(level))
    for (const name of Object.getOwnPropertyNames(level)) names.add(name)
  return [...names].filter(
    (name) => /^[A-Za-z_$][\w$]*$/.test(name) && !phoneHas.has(name) && name !== 'constructor',
  )
}

interface Module {
  exports: unknown
}

/** Runs the compiled files as WeChat does: CommonJS, each once, without a browser around it. */
export class Code {
  private readonly modules = new Map<string, Module>()
  private readonly hidden = hiddenNames()
  /** Of the page whose code runs now. A page's code may lie in another file than the one that WeChat starts it by. */
  private constructors: Constructors | undefined

  constructor(
    private readonly files: Record<string, string>,
    private readonly given: Record<string, unknown>,
  ) {}

  /** Runs a file with the constructors that it registers its page or component with. */
  run(path: string, constructors?: Constructors): void {
    const before = this.constructors
    this.constructors = constructors
    this.require(path)
    this.constructors = before
  }

  private registrar(name: keyof Constructors) {
    return (definition: object) => {
      if (!this.constructors) throw new Error(`${name} was called outside of a page's code`)
      return this.constructors[name](definition)
    }
  }

  private require(path: string): unknown {
    const file = path.endsWith('.js') ? path : `${path}.js`
    const known = this.modules.get(file)
    if (known) return known.exports
    const code = this.files[file]
    if (code === undefined) throw new Error(`the package has no ${file}`)
    const module: Module = { exports: {} }
    this.modules.set(file, module)
    const scope: Record<string, unknown> = {
      ...Object.fromEntries(this.hidden.map((name) => [name, undefined])),
      ...this.given,
      Page: this.registrar('Page'),
      Component: this.registrar('Component'),
      Behavior: this.registrar('Behavior'),
      require: (target: string) => this.require(joined(file, target)),
      module,
      exports: module.exports,
    }
    new Function(...Object.keys(scope), `${code}\n//# sourceURL=weapp/${file}`)(...Object.values(scope))
    return module.exports
  }
}

function joined(from: string, target: string): string {
  return new URL(target, `http://package/${from}`).pathname.slice(1)
}
