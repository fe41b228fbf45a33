import { expect, it } from 'vitest'
import type { OrganisationKind } from '../people/roles.ts'
import { nameKey, nameKeys } from './nameKeys.ts'

const suffixes = ['凯旋', '旋', 'kx']
const organisation = (kind: OrganisationKind, active = true) => ({
  _id: 'own',
  kind,
  area: kind === 'newSectorCommittee' ? 'city' : 'own',
  ancestors: ['city'],
  active,
  suffixes,
})

it.each<[string, ReturnType<typeof organisation>, string[]]>([
  [
    'a street, from which one sees it and all below it',
    organisation('street'),
    ['own~凯旋', 'own~旋', 'own~kx', 'city~凯旋', 'city~旋', 'city~kx'],
  ],
  [
    'a community, from which one sees nothing else',
    organisation('community'),
    ['city~凯旋', 'city~旋', 'city~kx'],
  ],
  ['a committee beside its area', organisation('newSectorCommittee'), ['city~凯旋', 'city~旋', 'city~kx']],
  ['one that is closed', organisation('community', false), ['city#凯旋', 'city#旋', 'city#kx']],
])('%s', (_, organisation, keys) => {
  expect(nameKeys(organisation)).toEqual(keys)
})

it.each([
  ['旋', true, true],
  ['KX', true, true],
  ['凯旋', false, false],
  ['社', true, false],
])('typing %s among active %s finds it: %s', (text, active, found) => {
  const start = nameKey('city', active, text)
  expect(nameKeys(organisation('community')).some((key) => key.startsWith(start))).toBe(found)
})
