/** Hands a text to the person as a file. */
export async function giveFile(name: string, text: string): Promise<void> {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** Asks for a text file; undefined when none was chosen. Older Chinese spreadsheets write GBK. */
export function takeFile(): Promise<string | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.csv,text/csv,text/plain'
    input.addEventListener('cancel', () => resolve(undefined))
    input.addEventListener('change', async () => {
      const file = input.files?.[0]
      if (!file) return resolve(undefined)
      const bytes = await file.arrayBuffer()
      resolve(decoded(bytes))
    })
    input.click()
  })
}

function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gbk').decode(bytes)
  }
}
