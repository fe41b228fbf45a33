import Taro from '@tarojs/taro'
import { newFileName } from './fileName'
import { keepFile } from './kept.weapp'
import { type Recorder, type StartRecorder, secondsOf } from './recorder'
import { Refused } from './refused'

/** Speech needs no more, and a minute stays under half a megabyte. */
const sound = { sampleRate: 16_000, numberOfChannels: 1, encodeBitRate: 48_000, format: 'mp3' } as const

/** WeChat has one recorder for all; what it tells goes to the recording that runs. */
interface Running {
  name: string
  limit: number
  calledOff: boolean
  begun: number
  resolve: (said: Awaited<Recorder['said']>) => void
  reject: (refused: Refused) => void
}
let running: Running | undefined
let told = false

function manager(): Taro.RecorderManager {
  const recorder = Taro.getRecorderManager()
  if (told) return recorder
  told = true
  recorder.onStop(({ tempFilePath, duration }) => {
    const { name, limit, calledOff, begun, resolve, reject } = ended()
    if (calledOff) return resolve('calledOff')
    const seconds = secondsOf(duration || Date.now() - begun, limit)
    if (seconds === undefined) return resolve('short')
    try {
      keepFile(name, tempFilePath)
      resolve({ name, seconds })
    } catch {
      reject(new Refused('PHONE_FULL'))
    }
  })
  recorder.onError(() => ended().reject(new Refused('MICROPHONE_OFF')))
  // A call comes in: what was said until then is kept.
  recorder.onInterruptionBegin(() => recorder.stop())
  return recorder
}

function ended(): Running {
  const nobody: Running = {
    name: '',
    limit: 0,
    calledOff: true,
    begun: 0,
    resolve: () => {},
    reject: () => {},
  }
  const last = running ?? nobody
  running = undefined
  return last
}

/** Starts to record, at most `limit` seconds; asks for the microphone the first time. */
export const startRecorder: StartRecorder = async (limit) => {
  await Taro.authorize({ scope: 'scope.record' }).catch(() => {
    throw new Refused('MICROPHONE_OFF')
  })
  const name = await newFileName('mp3')
  const recorder = manager()
  const said: Recorder['said'] = new Promise((resolve, reject) => {
    running = { name, limit, calledOff: false, begun: Date.now(), resolve, reject }
  })
  recorder.start({ ...sound, duration: limit * 1000 })
  return {
    said,
    finish: () => recorder.stop(),
    cancel: () => {
      if (running) running.calledOff = true
      recorder.stop()
    },
  }
}

/** Once refused, WeChat asks no more: only its settings help. */
export const openMicrophoneSetting: (() => void) | undefined = () => {
  Taro.openSetting().catch(() => {
    // Closed again without a change.
  })
}
