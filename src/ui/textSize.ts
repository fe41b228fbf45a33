import Taro from '@tarojs/taro'

/** WeChat's font setting, px, at which words are as large as drawn, and the largest that is followed: care mode. */
const drawn = 16
const careMode = 1.6
/** From here on what stood side by side goes below each other. */
const large = 1.25

/** How much larger than drawn words of 14–18 px are, from WeChat's font setting; never smaller. */
export const textScale = (setting: number): number =>
  Math.min(careMode, Math.max(1, Math.round((setting / drawn) * 100) / 100))

/** Titles of 22–28 px, which are large already: 1.36 where words are 1.6. */
export const titleScale = (scale: number): number => Math.round((1 + (scale - 1) * 0.6) * 100) / 100

let known: number | undefined

function ofPhone(): number {
  known ??= textScale(process.env.TARO_ENV === 'weapp' ? onPhone() : framed())
  return known
}

// Taro's types leave it out.
const onPhone = () => (Taro.getAppBaseInfo() as { fontSizeSetting?: number }).fontSizeSetting ?? drawn

const framed = () => Number(new URLSearchParams(window.location.search).get('font')) || drawn

/** For whatever stands at the root of a page: the sizes as CSS variables. */
export const textSizeStyle = (): Record<string, string> => ({
  '--text-scale': String(ofPhone()),
  '--title-scale': String(titleScale(ofPhone())),
})

/** Beside them, the class under which layouts make room. */
export const textSizeClass = (): string => (ofPhone() >= large ? 'large' : '')
