import { expect, it } from 'vitest'
import { scannedCode } from './scannedCode'

it.each([
  ['407261', '407261'],
  [' 407 261 ', '407261'],
  ['/volunteer/proof/index?id=ab123456cd&code=407261', '407261'],
  ['https://example.com/#/volunteer/proof/index?code=407261&id=t', '407261'],
  ['/volunteer/proof/index?id=1234567890', undefined],
  ['?code=40726', undefined],
  ['?code=4072611', undefined],
  ['https://example.com/pay', undefined],
  ['', undefined],
])('%s holds %s', (text, code) => expect(scannedCode(text)).toBe(code))
