/**
 * Cuts a CSV text into pieces of at most `rows` rows, each with the heading, so that each fits one call. A line break
 * inside quotes does not end a row. Pure text: what is in the cells is read elsewhere.
 */
export function piecesOf(csv: string, rows: number): { text: string; firstRow: number }[] {
  const [heading, ...lines] = linesOf(csv.replace(/^\uFEFF/, ''))
  if (heading === undefined) return []
  const pieces: { text: string; firstRow: number }[] = []
  for (let start = 0; start < Math.max(lines.length, 1); start += rows)
    pieces.push({
      text: [heading, ...lines.slice(start, start + rows)].join('\n'),
      firstRow: start + 2,
    })
  return pieces
}

function linesOf(csv: string): string[] {
  const lines: string[] = []
  let line = ''
  let quoted = false
  for (const part of csv.split(/(\r\n|\n|\r|")/)) {
    if (part === '"') quoted = !quoted
    if (!quoted && /^[\r\n]+$/.test(part)) {
      lines.push(line)
      line = ''
    } else line += part
  }
  if (line) lines.push(line)
  return lines
}
