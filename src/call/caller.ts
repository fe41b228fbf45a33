/**
 * Who the preview lets us be (`?as=`), so that several people can share one browser without sharing drafts. In
 * WeChat the phone is one person's and the cloud knows who: empty.
 */
export const caller: string =
  process.env.TARO_ENV === 'weapp' ? '' : (new URLSearchParams(window.location.search).get('as') ?? '')
