import type { Role, Trade } from '../../domain/people/roles.ts'
import { staffKeys } from '../../domain/people/staff.ts'
import { hatOrganisation, type Organisation } from '../../domain/place/organisation.ts'

/** Someone whom one can be on the local cloud. */
export interface Somebody {
  openid: string
  name: string
  note: string
  /** What colleagues call them. */
  nickname?: string
  trade?: Trade
  role?: Role
  organisationId?: string
  /** Where they begin; staff at the work list, everybody else at home. */
  path?: string
}

/** The people of the preview: each side of the loop once. */
export const previewPeople: readonly Somebody[] = [
  { openid: 'preview-rider', name: '外卖骑手', note: '说一件事，看它怎么办', trade: 'delivery' },
  {
    openid: 'preview-gridWorker',
    name: '凯旋社区 · 网格员',
    note: '接单、跟进、解单',
    nickname: '李敏',
    role: 'gridWorker',
    organisationId: '210103014001',
  },
  {
    openid: 'preview-secretary',
    name: '凯旋社区 · 书记',
    note: '看全社区的单子',
    nickname: '赵宁',
    role: 'secretary',
    organisationId: '210103014001',
  },
  {
    openid: 'preview-officer',
    name: '沈河区网约配送行业党委 · 承办人',
    note: '办平台处罚、食品安全',
    role: 'officer',
    organisationId: '210103-tradeCommittee-delivery',
  },
  {
    openid: 'preview-supervisor',
    name: '沈河区两新工委 · 专员',
    note: '接兜底的，派退回来的',
    role: 'supervisor',
    organisationId: '210103-newSectorCommittee',
  },
  {
    openid: 'preview-clerk',
    name: '凯旋社区 · 核销员',
    note: '看领取码，给东西',
    role: 'clerk',
    organisationId: '210103014001',
  },
  {
    openid: 'preview-administrator',
    name: '沈阳市 · 管理员',
    note: '管单位：建、改、移、并、导入导出',
    role: 'administrator',
    organisationId: '2101',
    path: '/admin/index/index',
  },
]

/** On the preview's duty rota, beside those whom one can be. */
export const previewColleague: Somebody = {
  openid: 'preview-colleague',
  name: '凯旋社区 · 夜班网格员',
  note: '值夜班',
  nickname: '王芳',
  role: 'gridWorker',
  organisationId: '210103014001',
}

/** Puts people with their appointments in place; who is there already keeps what they have. */
export async function loadPeople(
  everybody: readonly Somebody[],
  organisations: readonly Organisation[],
  now: number,
): Promise<void> {
  const { organisations: stored } = await import('../../cloudfunctions/store/organisations.ts')
  const { people, personOf } = await import('../../cloudfunctions/store/people.ts')
  for (const { openid, nickname, trade, role, organisationId } of everybody) {
    const person = await personOf(openid, now)
    const organisation =
      organisations.find(({ _id }) => _id === organisationId) ??
      (organisationId === undefined ? undefined : await stored.get(organisationId))
    if (organisationId !== undefined && !organisation) throw new Error(`no organisation ${organisationId}`)
    const appointment = role &&
      organisation && {
        id: `${role}-${organisation._id}`,
        role,
        organisation: hatOrganisation(organisation),
        until: null,
      }
    const held = person.appointments.some(({ id }) => id === appointment?.id)
    const appointments = appointment && !held ? [...person.appointments, appointment] : person.appointments
    const known = person.nickname ?? nickname
    const change = {
      ...(nickname && !person.nickname && { nickname, nameTickAt: now }),
      ...(trade && !person.trade && { trade }),
      ...(appointments.length > 0 && { appointments, staffKeys: staffKeys(appointments, known, now) }),
    }
    // The SDK refuses an update of nothing.
    if (Object.keys(change).length > 0) await people.update({ _id: person._id }, change)
  }
}
