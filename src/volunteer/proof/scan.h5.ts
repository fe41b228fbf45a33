/** The camera of the preview reads no codes: digits are typed there. */
export const canScan = false

export async function scan(): Promise<string | undefined> {
  return undefined
}
