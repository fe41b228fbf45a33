import { newFileName } from './fileName'
import { keepFile } from './kept.h5'
import { type Recorder, type StartRecorder, secondsOf } from './recorder'
import { Refused } from './refused'

/** What browsers record in, best first, and how such a file is named. */
const formats = [
  ['audio/webm', 'webm'],
  ['audio/mp4', 'm4a'],
  ['audio/ogg', 'ogg'],
] as const

/** Starts to record, at most `limit` seconds; asks for the microphone the first time. */
export const startRecorder: StartRecorder = async (limit) => {
  // A browser gives the microphone to safe addresses only.
  if (!navigator.mediaDevices || typeof MediaRecorder === 'undefined') throw new Refused('MICROPHONE_OFF')
  const [type, ending] = formats.find(([each]) => MediaRecorder.isTypeSupported(each)) ?? formats[0]
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => {
    throw new Refused('MICROPHONE_OFF')
  })
  const name = await newFileName(ending)
  const media = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: 32_000 })
  const parts: Blob[] = []
  media.ondataavailable = ({ data }) => parts.push(data)
  let calledOff = false
  const begun = Date.now()
  const stop = () => {
    if (media.state !== 'inactive') media.stop()
  }
  const timer = setTimeout(stop, limit * 1000)
  const said: Recorder['said'] = new Promise((resolve, reject) => {
    media.onstop = () => {
      const seconds = secondsOf(Date.now() - begun, limit)
      clearTimeout(timer)
      for (const track of stream.getTracks()) track.stop()
      if (calledOff) return resolve('calledOff')
      if (seconds === undefined) return resolve('short')
      keepFile(name, new Blob(parts, { type })).then(() => resolve({ name, seconds }), reject)
    }
  })
  media.start()
  return {
    said,
    finish: stop,
    cancel: () => {
      calledOff = true
      stop()
    },
  }
}

/** In a browser the person finds the setting themselves. */
export const openMicrophoneSetting: (() => void) | undefined = undefined
