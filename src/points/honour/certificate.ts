import type { Output } from '../../../domain/contract'
import { honourKinds } from '../../../domain/honour/kinds'
import { type CertificateLine, fitted, longDate, type Measure, paper } from '../../picture/certificate'
import type { Drawing } from '../../picture/pen'

type Honoured = Pick<Output<'honour.view'>, 'kind' | 'name' | 'place' | 'reason' | 'at'>

/** What stands on the certificate of an honour, from above. */
export function honourLines(
  { kind, name, place, reason, at }: Honoured,
  measure: Measure,
): CertificateLine[] {
  const lines: CertificateLine[] = [
    { text: '荣誉证书', y: 390, size: 64, bold: true },
    { text: name, y: 530, size: 72, bold: true },
    { text: '被评为', y: 620, size: 40, bold: false },
    { text: `“${honourKinds[kind].name}”`, y: 760, size: 108, bold: true },
    ...reasonLines(reason),
    { text: place, y: 1050, size: 44, bold: true },
    { text: `蜂鸣 · ${longDate(at)}`, y: 1120, size: 36, bold: false },
  ]
  return fitted(lines, measure)
}

/** The certificate as a picture. */
export const honourDrawing = (honour: Honoured): Drawing =>
  paper(JSON.stringify([honour.kind, honour.name, honour.place, honour.reason, honour.at]), (measure) =>
    honourLines(honour, measure),
  )

const oneLine = 22
const narrow = 28
const mostLines = 3

/** Why, in one line, or in up to three smaller ones; what is longer stands in full beside the certificate. */
function reasonLines(reason: string): CertificateLine[] {
  const letters = [...reason.replace(/\s+/g, ' ')]
  if (letters.length <= oneLine) return [{ text: letters.join(''), y: 880, size: 40, bold: false }]
  const shown =
    letters.length > mostLines * narrow ? [...letters.slice(0, mostLines * narrow - 1), '…'] : letters
  return Array.from({ length: Math.ceil(shown.length / narrow) }, (_, line) => ({
    text: shown.slice(line * narrow, (line + 1) * narrow).join(''),
    y: 850 + line * 48,
    size: 32,
    bold: false,
  }))
}
