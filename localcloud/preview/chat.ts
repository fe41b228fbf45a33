import { readFile } from 'node:fs/promises'
import { transform } from 'esbuild'

/** A chat of WeChat as a page: what runs in it fills the list. */
interface Chat {
  title: string
  /** Beside this file, compiled alone. */
  script: `${string}.browser.ts`
  /** What the script finds in `#known`, as JSON. */
  known: object
  /** While there is nothing in it. */
  none: string
  /** Below it stands where one would type; nobody types here. */
  writable: boolean
}

/** The HTML of a simulated chat. */
export async function chatPage({ title, script, known, none, writable }: Chat): Promise<string> {
  const [style, source] = await Promise.all(
    ['./chat.css', `./${script}`].map((file) => readFile(new URL(file, import.meta.url), 'utf8')),
  )
  const { code } = await transform(source ?? '', { loader: 'ts', target: 'chrome80' })
  const name = title.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${name}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<header><h1>${name}</h1></header>
<ol class="messages" aria-live="polite"></ol>
<p class="none">${none}</p>
${writable ? '<footer aria-hidden="true"><span></span></footer>' : ''}
<script type="application/json" id="known">${JSON.stringify(known).replaceAll('<', '\\u003c')}</script>
<script type="module">${code}</script>
</body>
</html>
`
}
