/** A link to a page of the mini-program for outside: in WeChat its path, in the preview an address. */
export function linkTo(path: string): string {
  if (process.env.TARO_ENV === 'weapp') return path
  return `${window.location.origin}${window.location.pathname}#${path}`
}
