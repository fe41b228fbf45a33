import type { Actor } from './actor.ts'

/** Administrative writes that leave an entry in the audit, each with the words for it (people.md; issue: audit). */
export const auditedNames = {
  'administrator.setUp': '用设置码当上管理员',
  'invitation.create': '发出邀请',
  'invitation.revoke': '收回邀请',
  'invitation.accept': '接受邀请',
  'appointment.end': '结束任职',
  'organisation.create': '新建单位',
  'organisation.edit': '改单位资料',
  'organisation.move': '移动单位',
  'organisation.close': '关闭单位',
  'organisation.open': '重新启用单位',
  'organisation.merge': '合并单位',
  'organisation.importRows': '导入单位',
  'organisation.exportRows': '导出单位',
  'suggestion.add': '教一句话归哪类',
  'suggestion.remove': '去掉教过的一句',
  'routing.publish': '换派单规则',
  'settings.publish': '改本市设置',
  'relief.changeRules': '改免责门槛',
  'pointsRules.publish': '换积分规则',
  'pointsReview.judge': '核对积分',
  'reward.save': '上架或改奖品',
  'redemption.setBudget': '改兑换预算',
  'volunteer.forgive': '解除暂停认领',
  'content.judge': '看内容',
} as const satisfies Record<string, string>

export type AuditedAction = keyof typeof auditedNames
export const auditedActions = Object.keys(auditedNames) as AuditedAction[]

/**
 * What an administrator did: who, where, to what, and what changed. Added in the same transaction as the change and
 * never edited. It holds no contact details.
 */
export interface AuditEntry {
  /** Derived from the request, so that the same request is carried out and written down once. */
  _id: string
  action: AuditedAction
  actor: Actor
  /** Milliseconds since 1970. */
  at: number
  /** The organisation that it is about. */
  organisation: { id: string; name: string }
  /** That organisation and all above it: who administers one of them finds the entry. */
  scopes: string[]
  /** Whom it concerns, if somebody: an id, never a name or number. */
  subjectId: string | null
  /** What changed, in words for people. */
  words: string
  /** The first answer, for the same request again. */
  answer: unknown
}
