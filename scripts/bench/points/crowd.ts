import { indexes } from '../../../cloudfunctions/store/indexes.ts'
import type { Account } from '../../../domain/points/account.ts'
import { afterTransfer, emptyAccount } from '../../../domain/points/account.ts'
import { nextTick } from '../../../domain/points/expiry.ts'
import type { Transfer } from '../../../domain/points/ledger.ts'
import { transferOf } from '../../../domain/points/transfer.ts'
import type { Engine } from '../../../localcloud/engine/engine.ts'
import type { Document } from '../../../localcloud/engine/values.ts'

const batch = 1000
const day = 86_400_000

/**
 * People of a city with what they earned in the last year: so many accounts, so many entries (two a payment). Straight
 * into the engine, and indexed over what is there already: five million are there in minutes.
 */
export async function loadLedger(
  engine: Engine,
  communities: readonly { _id: string }[],
  people: number,
  entries: number,
  now: number,
): Promise<void> {
  await engine.declareIndexes('accounts', [])
  await engine.declareIndexes('transfers', [])
  const each = Math.max(1, Math.round(entries / 2 / people))
  let pending: Transfer[] = []
  const holders: Account[] = []
  const flush = async () => {
    await engine.insert('transfers', pending as unknown as Document[])
    pending = []
    await engine.insert('accounts', holders.splice(0) as unknown as Document[])
  }
  for (let person = 0; person < people; person += 1) {
    const communityId = communities[person % communities.length]?._id ?? ''
    let account = emptyAccount(personId(person))
    for (let index = 0; index < each; index += 1) {
      const transfer = payment(account._id, communityId, index, now - (index % 300) * day)
      account = afterTransfer(account, transfer)
      pending.push(transfer)
    }
    holders.push({ ...account, tickAt: nextTick(account) })
    if (pending.length >= batch) await flush()
    if (person % 20_000 === 0) console.error(`loading ${people} accounts: ${person}`)
  }
  await flush()
  await engine.declareIndexes('accounts', indexes.accounts)
  await engine.declareIndexes('transfers', indexes.transfers)
}

export const personId = (number: number): string => `crowd-${String(number).padStart(6, '0')}`

function payment(person: string, communityId: string, index: number, at: number): Transfer {
  return transferOf(
    {
      kind: 'pay',
      personId: person,
      bucket: 'volunteer',
      communityId,
      scopes: [communityId, '2101'],
      at,
      cause: { key: `bench:${person}:${index}`, kind: 'snapConfirmed' },
      title: `随手拍：第 ${index} 件`,
      arithmetic: '2 分',
      basis: { scope: '2101', version: 1, tags: [] },
    },
    [
      {
        from: { account: 'issued' },
        to: { account: 'available', year: new Date(at).getUTCFullYear() },
        points: 2,
      },
    ],
  )
}
