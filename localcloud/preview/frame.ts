import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { transform } from 'esbuild'
import type { Preview } from './serve.ts'

const require = createRequire(import.meta.url)

/** The page around the app: a drawn phone, and beside it the panel with whom to act as. */
export async function framePage({ title, people, group, templates }: Preview): Promise<string> {
  const [style, script, users, check, reopen, close, message] = await Promise.all([
    readFile(new URL('./frame.css', import.meta.url), 'utf8'),
    browserScript(),
    ...['users', 'circle-check', 'rotate-cw', 'x', 'message-square'].map(icon),
  ])
  const buttons = people.map(
    ({ openid, name, note }) => `
        <li><button type="button" class="person" data-openid="${html(openid)}" aria-pressed="false">
          <span class="who"><strong>${html(name)}</strong><span class="note">${html(note)}</span></span>
          <span class="tick">${check}</span>
        </button></li>`,
  )
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${html(title)} · 预览</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<main>
  <div class="stand">
    <div class="phone">
      <div class="screen" data-title="${html(title)}">
        <div class="status" aria-hidden="true"><span class="time"></span>${signalIcon}${batteryIcon}</div>
        <div class="capsule" aria-hidden="true">${capsuleIcon}</div>
        <div class="indicator" aria-hidden="true"></div>
      </div>
    </div>
  </div>
  <aside class="panel" aria-labelledby="panel-title">
    <header>
      <h1>${html(title)} <span>预览</span></h1>
      <button type="button" class="close" aria-label="关闭">${close}</button>
    </header>
    <h2 id="panel-title">换个身份试试</h2>
    <ul class="people" aria-labelledby="panel-title">${buttons.join('')}
    </ul>
    <div class="tools">
      <fieldset class="signal">
        <legend>信号</legend>
        <div class="segments">
          <label><input type="radio" name="signal" value="normal" checked><span>正常</span></label>
          <label><input type="radio" name="signal" value="none"><span>没信号</span></label>
        </div>
      </fieldset>
      <fieldset class="font">
        <legend>微信里的字号</legend>
        <div class="segments">
          <label><input type="radio" name="font" value="16" checked><span>标准</span></label>
          <label><input type="radio" name="font" value="21"><span>大</span></label>
          <label><input type="radio" name="font" value="26"><span>关怀</span></label>
        </div>
      </fieldset>
      ${group ? `<button type="button" class="reopen to-group">${users}去群里看看</button>` : ''}
      ${templates ? `<button type="button" class="reopen to-messages">${message}看微信通知</button>` : ''}
      <button type="button" class="reopen again">${reopen}重新打开</button>
    </div>
    <p class="said" role="status"></p>
  </aside>
</main>
<button type="button" class="switch" aria-haspopup="dialog" aria-label="换个身份试试">${users}</button>
<dialog class="sheet" aria-labelledby="panel-title"></dialog>
<script type="application/json" id="people">${JSON.stringify(people).replaceAll('<', '\\u003c')}</script>
<script type="module">${script}</script>
</body>
</html>
`
}

async function browserScript(): Promise<string> {
  const source = await readFile(new URL('./frame.browser.ts', import.meta.url), 'utf8')
  const { code } = await transform(source, { loader: 'ts', target: 'chrome80' })
  return code
}

async function icon(name: string): Promise<string> {
  const file = await readFile(require.resolve(`lucide-static/icons/${name}.svg`), 'utf8')
  return file
    .slice(file.indexOf('<svg'))
    .replace('<svg', '<svg aria-hidden="true"')
    .replaceAll(/\s*\n\s*/g, ' ')
}

function html(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

const signalIcon = `<svg class="bars" width="17" height="14" viewBox="0 0 17 14" fill="currentColor">
<rect x="0" y="11.5" width="2" height="2" rx="1"/><rect x="3.5" y="9.5" width="2" height="4" rx="1"/>
<rect x="7" y="7" width="2" height="6.5" rx="1"/><rect x="10.5" y="4" width="2" height="9.5" rx="1"/>
<rect x="14" y="1" width="2" height="12.5" rx="1"/></svg>`

const batteryIcon = `<svg width="26" height="14" viewBox="0 0 26 14" fill="none">
<rect x=".75" y=".75" width="21.5" height="12.5" rx="3.25" stroke="currentColor" opacity=".6"/>
<rect x="2.75" y="2.75" width="14.5" height="8.5" rx="1.5" fill="currentColor"/>
<path d="M24 5v4c.9-.2 1.5-1 1.5-2S24.9 5.2 24 5z" fill="currentColor" opacity=".6"/></svg>`

const capsuleIcon = `<svg width="87" height="32" viewBox="0 0 87 32" fill="currentColor">
<circle cx="14" cy="16" r="2.2"/><circle cx="21" cy="16" r="3"/><circle cx="28" cy="16" r="2.2"/>
<rect x="45" y="7" width="1" height="18" opacity=".25"/>
<circle cx="68" cy="16" r="7.5" fill="none" stroke="currentColor" stroke-width="2.2"/>
<circle cx="68" cy="16" r="3"/></svg>`
