// Runs in the page of the group chat. It is compiled alone and put into the page, so it imports nothing.
export {}

interface Card {
  title: string
  path: string
  picture: string
  activityId?: string
  from: string
  at: number
}

/** What a function has told WeChat of a card. */
interface Told {
  data: {
    activity_id?: string
    target_state?: number
    template_info?: { parameter_list?: { name: string; value: string }[] }
  }
}

const known: { group: string; app: string } = JSON.parse(find('#known').textContent ?? '{}')
const messages = find('.messages')
let shown = ''

/** WeChat's own words under a card; nobody can choose others. */
function footOf(card: Card, told: Told[]): { text: string; live: boolean } {
  if (!card.activityId) return { text: '小程序', live: false }
  const last = told.filter(({ data }) => data.activity_id === card.activityId).pop()
  if (last?.data.target_state === 1) return { text: '已开始', live: false }
  const value = (name: string) =>
    last?.data.template_info?.parameter_list?.find((each) => each.name === name)?.value
  const joined = value('member_count') ?? '0'
  const limit = value('room_limit')
  return { text: `成员正在加入，当前 ${joined}${limit ? `/${limit}` : ''} 人`, live: true }
}

async function look(): Promise<void> {
  const [cards, told] = await Promise.all([
    read<Card[]>('/group/cards'),
    read<Told[]>('/sent?api=updatableMessage.setUpdatableMsg'),
  ])
  const rows = cards.map((card) => ({ card, foot: footOf(card, told) }))
  const now = JSON.stringify(rows.map(({ card, foot }) => [card.at, foot]))
  if (now === shown) return
  shown = now
  document.body.classList.toggle('empty', rows.length === 0)
  messages.replaceChildren(...rows.map(({ card, foot }) => messageOf(card, foot)))
  scrollTo(0, document.body.scrollHeight)
}

function messageOf(card: Card, foot: { text: string; live: boolean }): HTMLElement {
  const message = made('li', 'message')
  const time = made('time', 'time')
  time.textContent = new Date(card.at).toTimeString().slice(0, 5)
  const from = made('div', 'from')
  from.textContent = card.from
  const button = made('button', 'card') as HTMLButtonElement
  button.type = 'button'
  const app = made('div', 'app')
  app.textContent = known.app
  const title = made('div', 'title')
  title.textContent = card.title
  const picture = made('img', 'picture') as HTMLImageElement
  picture.src = card.picture
  picture.alt = ''
  const under = made('div', foot.live ? 'foot live' : 'foot')
  under.textContent = foot.text
  button.append(app, title, picture, under)
  button.addEventListener('click', () => open(card))
  message.append(time, from, button)
  return message
}

/** The app, entered from this group's card, as whoever looks at the chat. */
function open({ path }: Card): void {
  const query = new URLSearchParams(location.search)
  query.set('group', known.group)
  location.href = `/app/?${query}#${path}`
}

async function read<T>(path: string): Promise<T> {
  const answer = await fetch(path)
  return (await answer.json()) as T
}

function made(tag: string, className: string): HTMLElement {
  const element = document.createElement(tag)
  element.className = className
  return element
}

function find(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector)
  if (!element) throw new Error(`The group page has no ${selector}`)
  return element
}

void look()
setInterval(() => void look().catch(() => undefined), 2000)
