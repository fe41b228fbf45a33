import type { Output } from '../../../domain/contract'
import { type CertificateLine, fitted, type Measure, paper } from '../../picture/certificate'
import type { Drawing } from '../../picture/pen'
import { hoursWords } from './hours'

type YearOfWork = Output<'task.record'>['years'][number]

export interface Certificate extends YearOfWork {
  /** What the person is called where they registered. */
  name: string
  community: string | undefined
  /** The day on which it is drawn: 2026年12月4日. */
  date: string
}

/** What stands on a certificate, from above; a long name is set smaller instead of cut. */
export function certificateLines(
  { year, count, minutes, name, community, date }: Certificate,
  measure: Measure,
): CertificateLine[] {
  return fitted(
    [
      { text: '志愿服务记录', y: 400, size: 76, bold: true },
      { text: name, y: 540, size: 60, bold: true },
      { text: `${year} 年做志愿服务 ${count} 次`, y: 660, size: 48, bold: false },
      { text: hoursWords(minutes), y: 800, size: 104, bold: true },
      { text: '时长按签到和交活的时间记，都由别人验收过', y: 930, size: 38, bold: false },
      ...(community ? [{ text: `在${community}报到`, y: 1000, size: 38, bold: false }] : []),
      { text: `蜂鸣 · ${date}`, y: 1100, size: 38, bold: false },
    ],
    measure,
  )
}

/** The certificate as a picture. */
export const certificateDrawing = (certificate: Certificate): Drawing =>
  paper(JSON.stringify(certificate), (measure) => certificateLines(certificate, measure))
