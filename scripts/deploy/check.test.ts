import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsIn, type Given } from './check.ts'
import { type UploadTool, uploader } from './miniprogram.ts'
import { Stop } from './stop.ts'
import { wantedFunctions } from './wanted.ts'

const folder = mkdtempSync(join(tmpdir(), 'fengming-deploy-'))
const key = join(folder, 'upload.key')
const noKey = join(folder, 'other.key')
beforeAll(() => {
  writeFileSync(key, '-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----\n')
  writeFileSync(noKey, 'hello')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('before anything is asked', () => {
  const well: Given = {
    env: 'fengming-0g1a2b3c4d',
    appid: 'wx0123456789abcdef',
    keyFile: key,
    secretId: 'AKIDtest',
    secretKey: 'secret',
    templates: 'progress=0123456789abcdef thing1 thing2 time3',
    robot: '1',
    skip: [],
    dryRun: false,
  }
  it.each<[string, Partial<Given>, RegExp[]]>([
    ['everything', {}, []],
    ['no environment', { env: undefined }, [/^Say where to: --env ENV/]],
    ['an id that is none', { env: 'My Env' }, [/^--env My Env is no environment id/]],
    ['no Tencent Cloud keys', { secretKey: '' }, [/^TENCENTCLOUD_SECRETID and/]],
    ['the AppID of the tourist', { appid: 'touristappid' }, [/^WECHAT_APPID must be set/]],
    [
      'the templates of a cloud on one machine',
      { templates: 'task=local-task-news thing1 thing2 time3' },
      [/step 9/],
    ],
    ['templates that are none', { templates: 'task=x' }, [/^TARO_APP_TEMPLATES: a template is set as/]],
    ['no templates', { templates: '' }, []],
    ['no upload key', { keyFile: undefined }, [/--key FILE/]],
    ['a key that is not there', { keyFile: join(folder, 'x') }, [/can't be read \(ENOENT\)/]],
    ['a file that is no key', { keyFile: noKey }, [/holds no private key/]],
    ['no upload at all', { keyFile: undefined, appid: '', skip: ['miniprogram'] }, []],
    ['a step that there is not', { skip: ['upload'] }, [/^--skip upload: the steps are collections,/]],
    ['a robot that there is not', { robot: '31' }, [/^--robot 31/]],
    ['nothing but an environment, to look only', { ...noSecrets, dryRun: true }, []],
    ['nothing', { ...noSecrets, env: undefined }, [/--env/, /TENCENTCLOUD/, /WECHAT_APPID/, /--key/]],
  ])('%s given', (_, over, wanted) => {
    const faults = faultsIn({ ...well, ...over })
    expect(faults).toHaveLength(wanted.length)
    wanted.forEach((pattern, at) => {
      expect(faults[at]).toMatch(pattern)
    })
  })
})
const noSecrets = { appid: undefined, keyFile: undefined, secretId: undefined, secretKey: undefined }

describe('the command', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'scripts/deploy.ts', ...args], {
      cwd: fileURLToPath(new URL('../../', import.meta.url)),
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    })

  it('without keys prints every call for an empty environment, and makes none', () => {
    const { status, stdout, stderr } = run('--env', 'fengming-0g1a2b3c4d', '--dry-run')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const steps = stdout.split('\n').filter((line) => /^\d\/\d /.test(line))
    expect(steps).toHaveLength(8)
    expect(stdout).toMatch(/scf CreateFunction .*"Runtime":"Nodejs18\.15","Timeout":60,/)
    expect(stdout).toMatch(/"ZipFile":"<\d+ KB>"/)
    // The timer must know what api leaves behind before api does.
    const made = [...stdout.matchAll(/CreateFunction \{"FunctionName":"(\w+)"/g)].map(([, name]) => name)
    expect(made).toEqual(['clock', 'mediacheck', 'api'])
  }, 60_000)

  it('ends with a sentence for each thing that is missing', () => {
    const { status, stderr } = run('--skip', 'miniprogram')
    expect(status).toBe(1)
    expect(stderr.trim().split('\n')).toHaveLength(3)
  }, 60_000)
})

describe('the code of a function', () => {
  it('is the same zip for the same files, and has another mark for others', () => {
    const make = (content: string, part = 'part') => {
      const built = mkdtempSync(join(folder, 'built-'))
      mkdirSync(join(built, 'parts'))
      writeFileSync(join(built, 'index.js'), content)
      writeFileSync(join(built, 'parts', 'area.js'), part)
      return wantedFunctions(join(built, '..'), [built.slice(folder.length + 1)], '1.2.3')[0]
    }
    const [one, same, other] = [make('a'), make('a'), make('b')]
    expect(one?.code).toBe(same?.code)
    expect(one?.mark).toMatch(/^fengming 1\.2\.3 [0-9a-f]{16}$/)
    expect(one?.mark).toBe(same?.mark)
    expect(other?.mark).not.toBe(one?.mark)
    expect(make('a', 'another part')?.mark).not.toBe(one?.mark)
    expect(Object.keys(unzipSync(Buffer.from(one?.code ?? '', 'base64')))).toEqual([
      'index.js',
      'parts/area.js',
    ])
  })

  it('must have been built', () => {
    expect(() => wantedFunctions(folder, ['nothing'], '1.2.3')).toThrow(Stop)
  })
})

describe('the upload', () => {
  const request = {
    service: 'local' as const,
    action: 'upload',
    params: { appid: 'wx0123456789abcdef', version: '1.2.3', robot: 4, desc: 'to' },
  }
  const tool = (upload: UploadTool['upload']) => async () => ({
    Project: class {
      readonly options: object
      constructor(options: object) {
        this.options = options
      }
    },
    upload,
  })

  it('hands WeChat’s tool the built project, minified as it was tested', async () => {
    const seen: unknown[] = []
    await uploader(
      key,
      tool(async (options) => seen.push(options)),
    )(request)
    expect(seen).toMatchObject([
      {
        project: { options: { appid: 'wx0123456789abcdef', type: 'miniProgram', privateKeyPath: key } },
        version: '1.2.3',
        desc: 'to',
        robot: 4,
        setting: { useProjectConfig: true },
      },
    ])
  })

  it('names the whitelist when this machine is not on it', async () => {
    const refused = uploader(
      key,
      tool(async () => {
        throw new Error('{"errCode":-10008,"errMsg":"invalid ip: 1.2.3.4"}')
      }),
    )(request)
    await expect(refused).rejects.toMatchObject({ code: '40164', passing: false })
  })
})
