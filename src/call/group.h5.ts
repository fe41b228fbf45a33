/** The group chat of the preview whose card opened the app (`?group=`), as its cloud is told of it. */
const group = new URLSearchParams(window.location.search).get('group')

/** What WeChat's back end would put in place; the local cloud does, by this header. */
export const groupHeader = (): Record<string, string> =>
  group ? { 'x-wx-open-data': JSON.stringify({ group: { data: { opengid: group } } }) } : {}

/** Whether the app was opened from a card in a group chat. */
export const cameFromGroup = (): boolean => group !== null

/** On WeChat: asks from which group chat the app was opened. */
export function watchGroup(): void {}
