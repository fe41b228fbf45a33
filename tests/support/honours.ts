import type { HonourKind } from '../../domain/honour/kinds.ts'
import type { Phone, TestCloud } from './cloud.ts'
import { give, kaixuan } from './points.ts'

/** Lets somebody be on the boards of 凯旋社区, and its secretary (another than in tests' own cells) nominate them; the honour's id. */
export async function nominated(
  cloud: TestCloud,
  phone: Phone,
  kind: HonourKind = 'communityHero',
  organisationId = kaixuan,
): Promise<string> {
  const personId = await phone.personId()
  await give(personId, 36)
  const { rankPerson } = await import('../../cloudfunctions/carry/rank.ts')
  await rankPerson(personId, Date.now())
  const nominator = await cloud.staff({ openid: 'o-nominator', role: 'secretary', organisationId })
  const reason = '一个月发现五处消防通道被堵，都盯到办完'
  return (await nominator.call('honour.nominate', { kind, personId, reason })).id
}
