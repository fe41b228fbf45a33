import { newFileName } from './fileName'
import { withoutExif } from './jpeg'
import { type Chosen, keepEach } from './keepEach'
import { keepFile } from './kept.h5'
import { Refused } from './refused'

const longestEdge = 1600
const quality = 0.82

/**
 * Takes or chooses photos and keeps them on the phone, small and without EXIF. Gives their names; none if called off.
 * `onChosen`: the person has chosen, keeping them takes a moment.
 */
export async function choosePhotos(
  count: number,
  from: 'camera' | 'any',
  onChosen: () => void,
): Promise<Chosen> {
  const chosen = await askFor(count, from)
  onChosen()
  return keepEach(chosen.slice(0, count), save)
}

async function save(file: File): Promise<string> {
  const name = await newFileName('jpg')
  const photo = await compress(file)
  await keepFile(name, photo).catch(() => {
    throw new Refused('PHONE_FULL')
  })
  return name
}

function askFor(count: number, from: 'camera' | 'any'): Promise<File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/*'
  input.multiple = count > 1
  if (from === 'camera') input.setAttribute('capture', 'environment')
  input.style.display = 'none'
  document.body.append(input)
  return new Promise((resolve) => {
    const done = () => {
      input.remove()
      resolve([...(input.files ?? [])])
    }
    input.addEventListener('change', done)
    input.addEventListener('cancel', done)
    input.click()
  })
}

/** Drawn anew, so that nothing but the picture is left of the file. */
async function compress(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file).catch(() => {
    throw new Refused('PHOTO_NOT_FOUND', '这张照片打不开，没有收下。请换一张。')
  })
  const scale = Math.min(1, longestEdge / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
  if (!drawn) throw new Refused('PHOTO_NOT_FOUND', '这张照片打不开，没有收下。请换一张。')
  const bytes = withoutExif(new Uint8Array(await drawn.arrayBuffer()))
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'image/jpeg' })
}
