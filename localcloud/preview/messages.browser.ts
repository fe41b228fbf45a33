// Runs in the page of the messages. It is compiled alone and put into the page, so it imports nothing.
export {}

interface Sent {
  data: { touser?: string; template_id?: string; page?: string; data?: Record<string, { value: string }> }
  at: string
  answer: { errcode?: number }
}

interface Known {
  app: string
  templates: Record<string, { title: string; fields: Record<string, string> }>
}

const { app, templates }: Known = JSON.parse(find('#known').textContent ?? '{}')
const query = new URLSearchParams(location.search)
const messages = find('.messages')
let shown = ''

async function look(): Promise<void> {
  const answer = await fetch('/sent?api=subscribeMessage.send')
  const sent = ((await answer.json()) as Sent[]).filter(
    ({ data, answer }) => data.touser === query.get('as') && !answer.errcode,
  )
  const now = JSON.stringify(sent.map(({ at }) => at))
  if (now === shown) return
  shown = now
  document.body.classList.toggle('empty', sent.length === 0)
  messages.replaceChildren(...sent.map(messageOf))
  scrollTo(0, document.body.scrollHeight)
}

function messageOf({ data, at }: Sent): HTMLElement {
  const template = templates[data.template_id ?? '']
  const message = made('li', 'message')
  const button = made('button', 'card notice') as HTMLButtonElement
  button.type = 'button'
  button.append(made('div', 'app', app), made('div', 'title notice-title', template?.title ?? '没有这个模板'))
  const fields = made('dl', 'fields')
  for (const [name, label] of Object.entries(template?.fields ?? {}))
    fields.append(made('dt', '', label), made('dd', '', data.data?.[name]?.value ?? ''))
  button.append(fields, made('div', 'foot', '进入小程序查看'))
  button.addEventListener('click', () => {
    location.href = `/app/?${query}#/${data.page ?? ''}`
  })
  message.append(made('time', 'time', new Date(at).toTimeString().slice(0, 5)), button)
  return message
}

function made(tag: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(tag)
  element.className = className
  element.textContent = text
  return element
}

function find(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector)
  if (!element) throw new Error(`The page of the messages has no ${selector}`)
  return element
}

void look()
setInterval(() => void look().catch(() => undefined), 2000)
