import { useSyncExternalStore } from 'react'
import type { Category } from '../../domain/appeal/categories'
import { limits } from '../../domain/appeal/limits'
import type { Identity, Kind } from '../../domain/appeal/names'
import type { Input, Output, Place } from '../../domain/contract'
import { refusalSentence } from '../../domain/errors'
import type { Trade } from '../../domain/people/roles'
import type { Point } from '../../domain/place/geography'
import { call, isOnline, onSignal } from './call'
import {
  departing,
  type Entry,
  emptyQueue,
  nextToSend,
  nextTry,
  put,
  type Queue,
  settle,
  swept,
  wake,
  without,
} from './outboxQueue'
import type { Spoken } from './recorder'
import { asRefused, Refused } from './refused'
import { forget, keep, recall } from './storage'
import { dropSent, forgetUpload, uploadOnce } from './uploads'

/** An appeal as it waits on the phone: photos and voice by their names there. */
export interface Letter {
  kind: Extract<Kind, 'request' | 'snap' | 'relief'>
  text: string
  photos: string[]
  voice?: Spoken | undefined
  category: Category
  place: Place
  /** Where the phone was when the photo was taken. */
  position?: Point | undefined
  trade: Trade
  identity: Identity
  urgent: boolean
  /** What happened, of a relief. */
  relief?: Input<'appeal.submit'>['relief']
  /** By which link or code the form was opened; home when absent. */
  channel?: Input<'appeal.submit'>['channel']
}
export type Receipt = Output<'appeal.submit'>
export type Waiting = Entry<Letter, Receipt>

/** Which one is on its way, and how many of its files are up. */
export interface Progress {
  requestId: string
  up: number
  of: number
}

interface Outbox {
  queue: Queue<Letter, Receipt>
  progress: Progress | undefined
}

const key = 'outbox'
let outbox: Outbox | undefined
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

function current(): Outbox {
  outbox ??= {
    queue: swept(recall<Queue<Letter, Receipt>>(key) ?? emptyQueue, Date.now()),
    progress: undefined,
  }
  return outbox
}

/** False when the phone is full: then the change holds only while the app is open. */
function change(queue: Queue<Letter, Receipt>, progress = current().progress): boolean {
  const kept = queue === current().queue || keep(key, queue)
  outbox = { queue, progress }
  for (const listener of listeners) listener()
  return kept
}

/** What waits and what was just sent, anew with each change. */
export function useOutbox(): { entries: readonly Waiting[]; progress: Progress | undefined } {
  const { queue, progress } = useSyncExternalStore(subscribe, current)
  return { entries: queue.entries, progress }
}
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Takes something to send; from here on it goes by itself. Throws what is in the way. */
export function post(letter: Letter, requestId: string): void {
  const { queue } = current()
  const longer = put(queue, { requestId, letter }, Date.now(), limits.waiting)
  if (!longer) throw new Refused('OUTBOX_FULL', refusalSentence('OUTBOX_FULL', { limit: limits.waiting }))
  if (!change(longer)) {
    change(queue)
    throw new Refused('PHONE_FULL')
  }
  pump()
}

/** Off the line, to be changed; undefined while it is on its way or no longer here. */
export function takeBack(requestId: string): Letter | undefined {
  const entry = current().queue.entries.find((each) => each.requestId === requestId)
  if (!entry || current().progress?.requestId === requestId) return undefined
  change(without(current().queue, requestId))
  return entry.letter
}

/** Off the phone, for good; false while it is on its way. */
export function discard(requestId: string): boolean {
  const letter = takeBack(requestId)
  if (letter) dropFiles(letter)
  return letter !== undefined
}

/** The person has been told that it was sent. */
export const acknowledge = (requestId: string): void => void change(without(current().queue, requestId))

/** Tries now whatever waits: the signal is back, the app is in hand again, or somebody asked. */
export function wakeOutbox(): void {
  change(wake(current().queue))
  pump()
}

/** From the start of the app on: what waits is sent by itself. */
export function startOutbox(): void {
  onSignal((online) => online && wakeOutbox())
  pump()
}

/** Of a person who is nobody any more. */
export function forgetOutbox(): void {
  clearTimeout(timer)
  forget(key)
  outbox = undefined
  for (const listener of listeners) listener()
}

/** One at a time, until nothing may be tried; then a timer takes over. */
async function pump(): Promise<void> {
  if (current().progress) return
  clearTimeout(timer)
  const entry = nextToSend(current().queue, Date.now())
  if (!entry) {
    const at = nextTry(current().queue)
    if (at !== undefined) timer = setTimeout(pump, at - Date.now())
    return
  }
  await deliver(entry)
  return pump()
}

async function deliver({ requestId, letter }: Waiting): Promise<void> {
  const names = filesOf(letter)
  const went = (up: number) => change(current().queue, { requestId, up, of: names.length })
  went(0)
  const outcome = await send(requestId, letter, went).then(
    (receipt) => ({ receipt }),
    (thrown: unknown) => {
      const { code, message } = asRefused(thrown)
      return { code, message }
    },
  )
  outbox = { ...current(), progress: undefined }
  const kept = change(settle(current().queue, requestId, outcome, Date.now()))
  if ('receipt' in outcome) {
    // Where it can't be written down that it was sent, the next start sends it again, and needs its files for that.
    if (kept) dropFiles(letter)
    return
  }
  // What the cloud does not find goes up again once the person has looked at it.
  if (outcome.code === 'PHOTO_NOT_FOUND' || outcome.code === 'VOICE_NOT_FOUND') names.forEach(forgetUpload)
}

async function send(requestId: string, letter: Letter, went: (up: number) => void): Promise<Receipt> {
  if (!isOnline()) throw new Refused('OFFLINE')
  const { kind, text, category, place, position, trade, identity, urgent, voice, relief, channel } = letter
  const photos: string[] = []
  for (const name of letter.photos) {
    photos.push(await uploadOnce('photos', name))
    went(photos.length)
  }
  const spoken = voice && { fileId: await uploadOnce('voices', voice.name), seconds: voice.seconds }
  change(departing(current().queue, requestId))
  return call(
    'appeal.submit',
    {
      kind,
      category,
      urgency: urgent ? 'urgent' : 'normal',
      text,
      photos,
      ...(spoken && { voice: spoken }),
      area: place.id,
      ...(position && { position }),
      identity,
      trade,
      ...(relief && { relief }),
      ...(channel && { channel }),
    },
    { attempt: { requestId } },
  )
}

const filesOf = ({ photos, voice }: Letter): string[] => [...photos, ...(voice ? [voice.name] : [])]
const dropFiles = (letter: Letter): void => filesOf(letter).forEach(dropSent)
