import type { TaskPlanInput, TaskView } from '../../../domain/contract'
import type { OrganisationKind } from '../../../domain/people/roles'
import type { Point } from '../../../domain/place/geography'
import { type DutyTag, type Proof, type TaskKind, templates } from '../../../domain/task/kinds'
import { taskLimits } from '../../../domain/task/limits'
import { startOfDay } from '../../appeal/words'

/** What the form holds; it stays on the phone until the function has it. */
export interface TaskForm {
  kind?: TaskKind
  title: string
  words: string
  placeName: string
  point: Point | null
  radius: number
  from: number
  to: number
  places: number
  points: number
  proof: Proof[]
  tags: DutyTag[]
  memberDays: number
  weekly: boolean
  muster: boolean
  team: { id: string; name: string } | null
  /** Whom something is brought to; protected, told to nobody but who brings it. */
  beneficiary: { name: string; address: string; phone: string }
  /** Of the task that is changed: what the change was made from. */
  version?: number
  /** What was sent and may have arrived already; a changed form is another wish. */
  sent?: { as: 'publish' | 'keep'; requestId: string } | undefined
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** An empty form: it begins at the next half hour that leaves an hour to be read. */
export function emptyForm(now: number): TaskForm {
  const from = Math.ceil((now + hour) / (30 * minute)) * 30 * minute
  return {
    title: '',
    words: '',
    placeName: '',
    point: null,
    radius: taskLimits.radius.usual,
    from,
    to: from + hour,
    places: 1,
    points: 0,
    proof: [],
    tags: [],
    memberDays: 0,
    weekly: false,
    muster: false,
    team: null,
    beneficiary: { name: '', address: '', phone: '' },
  }
}

/** What choosing a kind puts into the form; when, where and whom stay. */
export function fromTemplate(kind: TaskKind, { from }: Pick<TaskForm, 'from'>): Partial<TaskForm> {
  const { title, words, points, lasts, places, proof, tags } = templates[kind]
  const to = from + lasts * minute
  return { kind, title, words, points, places, to, proof: [...proof], tags: [...tags] }
}

/** A task as the form that changes it. */
export function formOf(view: TaskView): TaskForm {
  const { title, words, kind, place, radius, from, to, places, points, proof, tags, memberDays, muster } =
    view
  return {
    kind,
    title,
    words,
    placeName: place.name,
    point: place.point ?? null,
    radius,
    from,
    to,
    places,
    points,
    proof,
    tags,
    memberDays,
    weekly: view.repeat === 'weekly',
    muster,
    team: view.team ?? null,
    beneficiary: { name: '', address: '', phone: '' },
    version: view.version,
  }
}

export function planOf(form: TaskForm & { kind: TaskKind }): TaskPlanInput {
  const { title, words, kind, placeName, point, radius, from, to, places, points, proof, tags } = form
  return {
    title,
    words,
    kind,
    tags,
    place: { name: placeName, point },
    radius,
    from,
    to,
    repeat: form.weekly ? 'weekly' : 'none',
    places,
    points,
    proof,
    memberDays: form.memberDays,
    muster: form.muster,
  }
}

/** A day (its midnight) and minutes of it as a window; an end that is not later is the next morning's. */
export function windowOn(midnight: number, from: number, to: number): Pick<TaskForm, 'from' | 'to'> {
  const over = to <= from ? day : 0
  return { from: midnight + from * minute, to: midnight + to * minute + over }
}

/** A window as `windowOn` takes it. */
export function partsOf({ from, to }: Pick<TaskForm, 'from' | 'to'>) {
  const midnight = startOfDay(from)
  const minutesOf = (at: number) => Math.round((at - startOfDay(at)) / minute)
  return { midnight, from: minutesOf(from), to: minutesOf(to) }
}

interface Asked {
  /** Whose task it is. */
  organisation: OrganisationKind
  /** It is there already: whom it is for was told when it was made. */
  made: boolean
  now: number
}

/** What is still missing, or can't be, as one sentence; undefined when it can be published. */
export function missingOf(form: TaskForm, { organisation, made, now }: Asked): string | undefined {
  const { title, words, placeName, point, from, to, proof, beneficiary, muster, team } = form
  const long = (text: string, limit: number) => [...text.trim()].length > limit
  const faults: [boolean, string][] = [
    [title.trim() === '', '起个名字，比如：雪后清扫北站路台阶'],
    [long(title, taskLimits.title), `名字最多 ${taskLimits.title} 个字`],
    [long(words, taskLimits.words), `怎么做最多 ${taskLimits.words} 个字`],
    [placeName.trim() === '', '写一下在哪儿'],
    [long(placeName, 40), '在哪儿最多 40 个字'],
    [to <= now, '选的时间过了，往后挪一挪'],
    [from > now + taskLimits.ahead, '最多提前两个月发'],
    [proof.includes('place') && !point, '要到点定位，先在地图上定一下'],
    [
      form.kind === 'delivery' && !isWhole(beneficiary) && !(made && isBlank(beneficiary)),
      '写一下给谁送、送到哪',
    ],
    [muster && !team && organisation !== 'community', '应急集结要选一支小队'],
  ]
  return faults.find(([wrong]) => wrong)?.[1]
}

/** Nothing was typed: of a task that is there already, it stays as it was said. */
export const isBlank = (beneficiary: TaskForm['beneficiary']) =>
  Object.values(beneficiary).every((text) => text.trim() === '')
const isWhole = ({ name, address }: TaskForm['beneficiary']) => name.trim() !== '' && address.trim() !== ''
