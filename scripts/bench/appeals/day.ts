import type { ActionName, Input } from '../../../domain/contract.ts'
import { kaixuan } from './crowd.ts'

/** Who is measured, and under which hat. */
export const rider = { who: 'bench-rider' }
export const worker = { who: 'bench-worker', hat: `gridWorker-${kaixuan}` }
export const district = { who: 'bench-district', hat: 'supervisor-210103-newSectorCommittee' }
export const city = { who: 'bench-city', hat: 'supervisor-2101-newSectorCommittee' }

/** What earlier steps answered, by their names; and file ids of photos that were uploaded before. */
export type Before = Record<string, unknown> & { photos: string[] }

export interface Step {
  name: string
  who: string
  hat?: string
  action: ActionName
  input: (before: Before) => object
  /** Wire requests that were promised, the caller's own document included. */
  most: number
}

const sent = (before: Before, name = 'submit') => (before[name] as { id: string }).id
const next = (before: Before, name: string) => (before[name] as { next?: string }).next
const now = Date.now()
const year = 365 * 86_400_000

function search(name: string, asker: { who: string; hat: string }, question: Input<'appeal.search'>): Step {
  return { name: `search: ${name}`, ...asker, action: 'appeal.search', input: () => question, most: 2 }
}
function work(filter: NonNullable<Input<'appeal.work'>['filter']>): Step {
  return {
    name: `work list, ${filter}`,
    ...worker,
    action: 'appeal.work',
    input: () => ({ filter }),
    most: 2,
  }
}
const request = (text: string, photos: string[]) => ({
  kind: 'request',
  category: 'gateAccess',
  text,
  photos,
  area: kaixuan,
  identity: 'open',
  trade: 'delivery',
})

/** A day with appeals, in order; later ones use what earlier ones answered. */
export const steps: readonly Step[] = [
  // A fresh instance of the function reads the rules in force once.
  {
    name: 'submit, to a fresh instance',
    ...rider,
    action: 'appeal.submit',
    input: () => request('东门锁了', []),
    most: 6,
  },
  { name: 'submit', ...rider, action: 'appeal.submit', input: () => request('北门锁了', []), most: 5 },
  {
    name: 'submit with photos',
    ...rider,
    action: 'appeal.submit',
    input: ({ photos }) => request('南门锁了', photos.slice(0, 1)),
    most: 5,
  },
  {
    name: 'accept',
    ...worker,
    action: 'appeal.accept',
    input: (before) => ({ id: sent(before), version: 1 }),
    most: 4,
  },
  {
    name: 'note',
    ...worker,
    action: 'appeal.note',
    input: (before) => ({ id: sent(before), version: 2, words: '周五看现场' }),
    most: 4,
  },
  {
    name: 'resolve with a photo',
    ...worker,
    action: 'appeal.resolve',
    input: (before) => ({
      id: sent(before),
      version: 3,
      words: '开到 23:00',
      photos: before.photos.slice(1),
    }),
    most: 4,
  },
  {
    name: 'view with photos',
    ...rider,
    action: 'appeal.view',
    input: (before) => ({ id: sent(before, 'submit with photos') }),
    most: 2,
  },
  {
    name: 'view with photos, of staff',
    ...worker,
    action: 'appeal.view',
    input: (before) => ({ id: sent(before, 'submit with photos') }),
    most: 2,
  },
  {
    name: 'view of staff',
    ...worker,
    action: 'appeal.view',
    input: () => ({ id: '0'.repeat(24) }),
    most: 2,
  },
  {
    name: 'confirm',
    ...rider,
    action: 'appeal.confirm',
    input: (before) => ({ id: sent(before), version: 4, answer: 'satisfied' }),
    most: 4,
  },
  { name: 'my appeals', ...rider, action: 'appeal.mine', input: () => ({}), most: 2 },
  {
    name: 'my appeals, next page',
    ...rider,
    action: 'appeal.mine',
    input: (before) => ({ cursor: next(before, 'my appeals') }),
    most: 2,
  },
  {
    name: 'my finished appeals',
    ...rider,
    action: 'appeal.mine',
    input: () => ({ filter: 'finished' }),
    most: 2,
  },
  { name: 'home', ...rider, action: 'person.home', input: () => ({}), most: 2 },
  ...(['all', 'late', 'today', 'toAccept', 'mine', 'done'] as const).map(work),
  {
    name: 'work list, next page',
    ...worker,
    action: 'appeal.work',
    input: (before) => ({ cursor: next(before, 'work list, all') }),
    most: 2,
  },
  // More than a hundred wait there: the urgent one and the worker's own are asked for by themselves.
  { name: 'workbench', ...worker, action: 'work.today', input: () => ({}), most: 5 },
  {
    name: 'workbench, of a committee',
    ...district,
    action: 'work.today',
    input: () => ({}),
    most: 3,
  },
  { name: 'how much waits', ...worker, action: 'appeal.counts', input: () => ({}), most: 2 },
  search('a number', worker, { text: '0101-000000' }),
  search('words, in a community', worker, { text: '小区 北门' }),
  search('words, in a district', district, { text: '小区 北门' }),
  search('words, in the city', city, { text: '骑手' }),
  search('a common and a rare word', city, { text: '小区 南门' }),
  search('words that nobody said', city, { text: '紫外线' }),
  search('a category, in a community', worker, { category: 'gateAccess' }),
  search('a category, in the city', city, { category: 'gateAccess' }),
  search('a state, in the district', district, { states: ['accepted', 'suspended'] }),
  search('what is closed, in the city', city, { states: ['closed'] }),
  search('a community, from the district', district, { area: kaixuan }),
  search('what is late, in a community', worker, { late: true }),
  search('what is late, in the city', city, { late: true }),
  search('what I took on', worker, { mine: true }),
  search('a year ago, in the city', city, { from: now - 2 * year, until: now - year }),
  search('all together', city, {
    text: '北门',
    category: 'gateAccess',
    states: ['closed'],
    from: now - 2 * year,
  }),
  { name: 'notices', ...rider, action: 'notice.list', input: () => ({}), most: 2 },
  { name: 'unread notices', ...rider, action: 'notice.unread', input: () => ({}), most: 2 },
]
