import { expect, it } from 'vitest'
import { scannedPlace } from './scanned'

it.each([
  [{ area: '210103014001', channel: 'station' }, '210103014001'],
  [{ community: '210103014001' }, '210103014001'],
  [{ scene: '210103014001' }, '210103014001'],
  [{ scene: 'area%3D210103014001%26channel%3Dstation' }, '210103014001'],
  [{ scene: 'channel=station&area=210103014001' }, '210103014001'],
  [{ scene: '%E0%A4%A' }, undefined],
  [{ area: '../etc' }, undefined],
  [{ scene: 'channel=station' }, undefined],
  [{}, undefined],
])('%o is %s', (opened, id) => expect(scannedPlace(opened)).toBe(id))
