import { describe, expect, it } from 'vitest'
import { letterText } from '../../../domain/relief/letter'
import { layLetter, wrapped } from './layout'

/** Chinese letters are as wide as they are high, others half of it. */
const measure = (text: string, size: number) =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? size : size / 2), 0)
const text = letterText({
  relief: {
    platform: '美团',
    orderNumber: '****4519',
    occurredAt: 1,
    fineYuan: 99_999.99,
    cause: 'gateRefused',
  },
  trade: 'internet',
  assessment: 'discretion',
  letter: {
    number: '沈河网约党函〔2026〕12号',
    at: 1,
    organisation: '沈河区网约配送行业党委',
    title: '承办人',
  },
})

describe('a letter on A4', () => {
  const { width, height, lines } = layLetter(text, measure)
  it('keeps everything on the paper, in order, nothing over anything', () => {
    expect(height / width).toBeCloseTo(Math.SQRT2, 2)
    for (const line of lines) {
      const long = measure(line.text, line.size)
      const left = line.align === 'center' ? line.x - long / 2 : line.x
      expect(left, line.text).toBeGreaterThanOrEqual(60)
      expect(left + long, line.text).toBeLessThanOrEqual(width - 50)
      expect(line.y).toBeLessThan(height - 60)
    }
    for (const [index, line] of lines.entries())
      if (index > 0) expect(line.y - (lines[index - 1]?.y ?? 0)).toBeGreaterThanOrEqual(line.size)
  })
  it('sets a long name smaller instead of cutting it', () => {
    const organisation = '沈阳市沈北新区网约配送和快递物流行业联合委员会党委'
    const [head] = layLetter({ ...text, organisation }, measure).lines
    expect(head?.text).toBe(organisation)
    expect(measure(organisation, head?.size ?? 0)).toBeLessThanOrEqual(1024)
  })
})

it('never begins a line with a mark, nor breaks a number', () => {
  for (const paragraph of text.paragraphs) {
    const lines = wrapped(paragraph, measure)
    expect(lines.join('').replaceAll(' ', '')).toBe(paragraph.replaceAll(' ', ''))
    for (const line of lines) expect(line).not.toMatch(/^[，。、；：）〕]/)
    expect(lines.some((line) => line.includes('****4519'))).toBe(paragraph.includes('****4519'))
  }
})
