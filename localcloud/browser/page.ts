type Cell = string | number | { text: string; href: string }

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)

export function table(heads: string[], rows: Cell[][]): string {
  const cell = (value: Cell) =>
    typeof value === 'object'
      ? `<a href="${escapeHtml(value.href)}">${escapeHtml(value.text)}</a>`
      : escapeHtml(String(value))
  const body = rows
    .map((row) => `<tr>${row.map((value) => `<td>${cell(value)}</td>`).join('')}</tr>`)
    .join('')
  return `<table><thead><tr>${heads.map((head) => `<th>${escapeHtml(head)}</th>`).join('')}</tr></thead><tbody>${body}</tbody></table>`
}

/** One page of the data browser; `filter` shows the box in which documents are searched. */
export function page(title: string, content: string, note = '', filter?: string): string {
  const box =
    filter === undefined
      ? ''
      : `<form><input name="filter" aria-label="filter" placeholder='{"field": "value"}' value="${escapeHtml(filter)}"><button>find</button></form>`
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)} · local cloud</title><style>
body{font:15px/1.5 system-ui,sans-serif;margin:0 auto;max-width:1200px;padding:1rem;color:#1b1b1b;background:#fbfaf8}
nav a{margin-right:1rem}table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #ddd;vertical-align:top;overflow-wrap:anywhere}
input{width:min(40rem,70%);padding:.4rem;font:inherit}button{padding:.4rem 1rem;font:inherit}
@media(prefers-color-scheme:dark){body{color:#eee;background:#181818}a{color:#8ab4ff}td,th{border-color:#444}}
</style><nav><a href="/_">collections</a><a href="/_/sent">sent</a><a href="/_/calls">calls</a></nav>
<h1>${escapeHtml(title)}</h1>${box}<p>${escapeHtml(note)}</p>${content}</html>`
}
