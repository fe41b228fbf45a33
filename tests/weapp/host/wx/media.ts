import { Failed, later } from './answer.ts'
import type { Files } from './files.ts'

/** Photos, recordings and drawings, by what the browser has for them. */
export function media(files: Files) {
  return {
    chooseMedia: later(
      'chooseMedia',
      async ({ count, sourceType }: { count: number; sourceType: string[] }) => {
        const chosen = await choose('image/*', count > 1, sourceType.length === 1)
        if (chosen.length === 0) throw new Failed('cancel')
        const kept = chosen.slice(0, count).map((file) => files.temporary(file, 'jpg'))
        return { tempFiles: (await Promise.all(kept)).map((tempFilePath) => ({ tempFilePath })) }
      },
    ),
    compressImage: later(
      'compressImage',
      async ({ src, compressedWidth }: { src: string; compressedWidth: number }) => {
        const picture = await createImageBitmap(new Blob([files.read(src)]))
        const scale = Math.min(1, compressedWidth / picture.width)
        const canvas = document.createElement('canvas')
        canvas.width = Math.round(picture.width * scale)
        canvas.height = Math.round(picture.height * scale)
        canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
        return { tempFilePath: await drawnFile(canvas, 'image/jpeg', files) }
      },
    ),
    canvasToTempFilePath: later(
      'canvasToTempFilePath',
      async ({ canvas }: { canvas: HTMLCanvasElement }) => ({
        tempFilePath: await drawnFile(canvas, 'image/png', files),
      }),
    ),
    getRecorderManager: recorderManager(files),
    createInnerAudioContext: () => new Player(files),
    setInnerAudioOption: later('setInnerAudioOption', () => ({})),
  }
}

/** Asks the person for files, as the browser does; none when they call it off. */
export function choose(accept: string, several: boolean, camera: boolean): Promise<File[]> {
  const input = document.createElement('input')
  Object.assign(input, { type: 'file', accept, multiple: several, hidden: true })
  if (camera) input.setAttribute('capture', 'environment')
  document.body.append(input)
  return new Promise((resolve) => {
    for (const event of ['change', 'cancel'])
      input.addEventListener(event, () => {
        input.remove()
        resolve([...(input.files ?? [])])
      })
    input.click()
  })
}

async function drawnFile(canvas: HTMLCanvasElement, type: string, files: Files): Promise<string> {
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.8))
  if (!drawn) throw new Failed('nothing was drawn')
  return files.temporary(drawn, type === 'image/png' ? 'png' : 'jpg')
}

interface Stopped {
  tempFilePath: string
  duration: number
}

/** WeChat has one recorder for all. */
function recorderManager(files: Files) {
  let recorder: MediaRecorder | undefined
  const told: { stop?: (stopped: Stopped) => void; error?: (error: { errMsg: string }) => void } = {}
  const start = async ({ duration }: { duration: number }) => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
    const parts: Blob[] = []
    const begun = Date.now()
    recorder = new MediaRecorder(stream)
    recorder.ondataavailable = ({ data }) => parts.push(data)
    recorder.onstop = async () => {
      for (const track of stream.getTracks()) track.stop()
      told.stop?.({
        tempFilePath: await files.temporary(new Blob(parts), 'mp3'),
        duration: Date.now() - begun,
      })
    }
    recorder.start()
    const running = recorder
    setTimeout(() => running.state === 'recording' && running.stop(), duration)
  }
  const manager = {
    start: (options: { duration: number }) =>
      void start(options).catch((error: Error) =>
        told.error?.({ errMsg: `operateRecorder:fail ${error.message}` }),
      ),
    stop: () => recorder?.state === 'recording' && recorder.stop(),
    onStop: (listener: (stopped: Stopped) => void) => {
      told.stop = listener
    },
    onError: (listener: (error: { errMsg: string }) => void) => {
      told.error = listener
    },
    onInterruptionBegin: () => {},
  }
  return () => manager
}

/** WeChat's InnerAudioContext. */
class Player {
  private readonly audio = new Audio()
  constructor(private readonly files: Files) {}
  set src(path: string) {
    this.audio.src = this.files.urlOf(path)
  }
  get currentTime() {
    return this.audio.currentTime
  }
  play = () => void this.audio.play().catch(() => this.audio.dispatchEvent(new Event('error')))
  destroy = () => {
    this.audio.pause()
    this.audio.removeAttribute('src')
  }
  onTimeUpdate = (listener: () => void) => this.audio.addEventListener('timeupdate', listener)
  onEnded = (listener: () => void) => this.audio.addEventListener('ended', listener)
  onError = (listener: () => void) => this.audio.addEventListener('error', listener)
}
