import { useSyncExternalStore } from 'react'
import { call, isOnline, newAttempt, onSignal } from './call'
import { forgetDraft } from './draft'
import { asRefused, Refused } from './refused'
import { forget, keep, recall } from './storage'
import { dropSent, forgetUpload, uploadOnce } from './uploads'

/** Work of a task as it was handed in: its photos by their names on the phone, and under one request id for as long as it says the same. */
export interface HandIn {
  taskId: string
  title: string
  photos: string[]
  words: string
  requestId: string
  /** Why the function did not take it: only the person can mend it. */
  refused?: string
}
type Work = Omit<HandIn, 'requestId' | 'refused'>

const key = 'handIns'
/** The draft of the page on which a task is proved. */
export const proofDraft = (taskId: string): string => `task:${taskId}`

let known: readonly HandIn[] | undefined
const listeners = new Set<() => void>()
const arrived = new Set<(taskId: string) => void>()
const underWay = new Map<string, Promise<Refused | undefined>>()

const current = (): readonly HandIn[] => {
  known ??= recall<HandIn[]>(key) ?? []
  return known
}
function change(handIns: readonly HandIn[]): void {
  known = handIns
  keep(key, handIns)
  for (const listener of listeners) listener()
}
const others = (taskId: string) => current().filter((each) => each.taskId !== taskId)

/** What was handed in and has not arrived, anew with each change. */
export const useHandIns = (): readonly HandIn[] => useSyncExternalStore(subscribe, current)
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Hears of each task whose work has arrived. */
export function onHandedIn(listener: (taskId: string) => void): () => void {
  arrived.add(listener)
  return () => arrived.delete(listener)
}

/** Hands work in. Without a signal it waits, and goes by itself wherever the person is then; what else is in the way comes back. */
export async function handIn(work: Work): Promise<Refused | undefined> {
  const { taskId } = work
  const before = current().find((each) => each.taskId === taskId)
  const same = before && before.words === work.words && before.photos.join() === work.photos.join()
  change([...others(taskId), { ...work, requestId: same ? before.requestId : newAttempt().requestId }])
  const refused = await deliver(taskId)
  if (refused && !waits(refused)) callOff(taskId)
  return refused
}

/** Its words or photos change: what was handed in goes no more. */
export function callOff(taskId: string): void {
  if (current().some((each) => each.taskId === taskId)) change(others(taskId))
}

/** From the start of the app on: what waits goes by itself. */
export function startHandIns(): void {
  onSignal((online) => online && wakeHandIns())
  wakeHandIns()
}

/** Tries now whatever waits: the signal is back, or the app is in hand again. */
export async function wakeHandIns(): Promise<void> {
  for (const { taskId, refused: before } of current()) {
    if (before !== undefined) continue
    const refused = await deliver(taskId)
    if (!refused || waits(refused)) continue
    change(current().map((each) => (each.taskId === taskId ? { ...each, refused: refused.message } : each)))
  }
}

/** Of a person who is nobody any more. */
export function forgetHandIns(): void {
  forget(key)
  known = undefined
  for (const listener of listeners) listener()
}

/** Nobody refused it: it only did not get through. */
const waits = ({ code }: Refused): boolean =>
  code === 'OFFLINE' || code === 'INTERNAL' || code === 'TOO_OFTEN'

function deliver(taskId: string): Promise<Refused | undefined> {
  const going = underWay.get(taskId) ?? send(taskId).finally(() => underWay.delete(taskId))
  underWay.set(taskId, going)
  return going
}

async function send(taskId: string): Promise<Refused | undefined> {
  const work = current().find((each) => each.taskId === taskId)
  if (!work) return undefined
  const { photos, words, requestId } = work
  try {
    if (!isOnline()) throw new Refused('OFFLINE')
    const files: string[] = []
    for (const name of photos) files.push(await uploadOnce('photos', name))
    await call('task.submit', { id: taskId, photos: files, words }, { attempt: { requestId } })
  } catch (thrown) {
    const refused = asRefused(thrown)
    // The cloud lost a photo that was up: it goes up again with the next try.
    if (refused.code === 'PHOTO_NOT_FOUND') photos.forEach(forgetUpload)
    return refused
  }
  callOff(taskId)
  forgetDraft(proofDraft(taskId))
  photos.forEach(dropSent)
  for (const hear of arrived) hear(taskId)
  return undefined
}
