/** What a page was opened with: parameters of a link, or the scene of a mini-program code. */
export type Opened = Partial<Record<string, string>>

/**
 * The id of the place that a code or a link names: `area=210103014001` in a link, and as the scene of a code the id
 * alone or `area=210103014001&channel=station`, escaped as WeChat does it. Undefined for anything else.
 */
export function scannedPlace({ area, community, scene }: Opened): string | undefined {
  const said = unescaped(scene ?? '')
  const inScene = /(?:^|&)area=([^&]*)/.exec(said)?.[1] ?? said
  const id = area ?? community ?? inScene
  return /^[\w-]{1,32}$/.test(id) ? id : undefined
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
