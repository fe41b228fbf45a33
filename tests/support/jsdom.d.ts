/** Only what the smoke test of the compiled pages uses. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string, options: { pretendToBeVisual: boolean })
    readonly window: Window & Record<string, unknown>
  }
}
