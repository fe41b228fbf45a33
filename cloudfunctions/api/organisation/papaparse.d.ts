/** Only what the tables of organisations use. */
declare module 'papaparse' {
  interface Parsed {
    data: string[][]
    errors: { type: string; code: string; message: string; row?: number }[]
  }
  interface Papa {
    parse(text: string, options: { skipEmptyLines: 'greedy' | false; delimiter?: string }): Parsed
    unparse(
      rows: readonly (readonly string[])[],
      options: { newline: string; escapeFormulae: boolean },
    ): string
  }
  const papa: Papa
  export default papa
}
