import type { ActionName } from '../../../domain/contract.ts'

/** A community with more than a page of staff. */
export const kaixuan = '210103014001'

interface Step {
  name: string
  who: string
  hat?: string
  action: ActionName
  input: (before: Record<string, unknown>) => object
}

export const administrator = { who: 'bench-administrator', hat: `administrator-${kaixuan}` }
export const city = { who: 'bench-city', hat: 'administrator-2101' }
export const district = { who: 'bench-district', hat: 'administrator-210103' }
export const worker = { who: 'bench-worker', hat: `gridWorker-${kaixuan}` }
export const rider = { who: 'bench-rider' }
export const guest = { who: 'bench-guest' }
const tokenOf = (before: Record<string, unknown>, name: string) => (before[name] as { token: string }).token

/** A day of these actions, in order; later ones use what earlier ones answered. */
export const steps: readonly Step[] = [
  { name: 'who am I', ...rider, action: 'person.me', input: () => ({}) },
  {
    name: 'register',
    ...rider,
    action: 'person.register',
    input: () => ({ nickname: '老王', trade: 'delivery', communityId: kaixuan, consentVersion: 1 }),
  },
  { name: 'my data', ...rider, action: 'person.profile', input: () => ({}) },
  { name: 'leave a phone', ...rider, action: 'person.savePhone', input: () => ({ code: 'code' }) },
  {
    name: 'submit',
    ...rider,
    action: 'appeal.submit',
    input: () => ({
      kind: 'request',
      category: 'gateAccess',
      text: '北门锁了',
      area: kaixuan,
      identity: 'open',
      trade: 'delivery',
    }),
  },
  {
    name: 'accept',
    ...worker,
    action: 'appeal.accept',
    input: (before) => ({ id: (before.submit as { id: string }).id, version: 1 }),
  },
  {
    name: 'look at a phone',
    ...worker,
    action: 'appeal.contact',
    input: (before) => ({ id: (before.submit as { id: string }).id, words: '约时间' }),
  },
  { name: 'who looked', ...rider, action: 'person.looks', input: () => ({}) },
  { name: 'export my data', ...rider, action: 'personalData.export', input: () => ({}) },
  {
    name: 'invite',
    ...administrator,
    action: 'invitation.create',
    input: () => ({ organisationId: kaixuan, role: 'clerk' }),
  },
  {
    name: 'see an invitation',
    ...guest,
    action: 'invitation.view',
    input: (before) => ({ token: tokenOf(before, 'invite') }),
  },
  {
    name: 'accept an invitation',
    ...guest,
    action: 'invitation.accept',
    input: (before) => ({ token: tokenOf(before, 'invite') }),
  },
  {
    name: 'open invitations',
    ...administrator,
    action: 'invitation.list',
    input: () => ({ organisationId: kaixuan }),
  },
  {
    name: 'staff of a community',
    ...administrator,
    action: 'appointment.list',
    input: () => ({ organisationId: kaixuan }),
  },
  {
    name: 'staff of the city',
    ...city,
    action: 'appointment.list',
    input: () => ({ organisationId: '2101' }),
  },
  {
    name: 'secretaries of the city',
    ...city,
    action: 'appointment.list',
    input: () => ({ organisationId: '2101', role: 'secretary' }),
  },
  {
    name: 'staff by name',
    ...city,
    action: 'appointment.list',
    input: () => ({ organisationId: '2101', text: '号 7' }),
  },
  {
    name: 'nobody by this name and role',
    ...city,
    action: 'appointment.list',
    input: () => ({ organisationId: '2101', text: '号', role: 'supervisor' }),
  },
  {
    name: 'leave one’s post',
    ...guest,
    action: 'appointment.end',
    input: (before) => ({
      personId: (before.guest as { personId: string }).personId,
      appointmentId: (before['accept an invitation'] as { hat: { id: string } }).hat.id,
      words: '回老家了',
    }),
  },
  { name: 'the audit', ...city, action: 'audit.list', input: () => ({ organisationId: '2101' }) },
  { name: 'workbench', ...worker, action: 'work.today', input: () => ({}) },
  {
    name: 'colleagues',
    ...worker,
    action: 'duty.colleagues',
    input: () => ({}),
  },
  {
    name: 'plan the rota',
    ...administrator,
    action: 'duty.plan',
    input: (before) => ({
      version: 0,
      cover: 'none',
      weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
        weekday,
        from: 0,
        to: 0,
        personId: (before.worker as { personId: string }).personId,
      })),
    }),
  },
  { name: 'the rota', ...worker, action: 'duty.rota', input: () => ({}) },
  {
    name: 'who is on duty',
    ...worker,
    action: 'duty.now',
    input: () => ({ organisationId: kaixuan }),
  },
  {
    name: 'hand over',
    ...worker,
    action: 'duty.handOver',
    input: () => ({ words: '一切正常' }),
  },
  { name: 'districts and committees', ...city, action: 'organisation.list', input: () => ({}) },
  { name: 'search by pinyin', ...city, action: 'organisation.list', input: () => ({ text: 'kx' }) },
  {
    name: 'communities of a district',
    ...district,
    action: 'organisation.list',
    input: () => ({ text: '社区' }),
  },
  {
    name: 'the same by pinyin',
    ...district,
    action: 'organisation.list',
    input: () => ({ text: 'sq' }),
  },
  {
    name: 'closed communities',
    ...city,
    action: 'organisation.list',
    input: () => ({ text: '社区', active: false }),
  },
  {
    name: 'new community',
    ...city,
    action: 'organisation.create',
    input: () => ({ parentId: '210103014', name: '蜂巢社区', kind: 'community' }),
  },
  {
    name: 'edit it',
    ...city,
    action: 'organisation.edit',
    input: (before) => ({
      id: (before['new community'] as { id: string }).id,
      version: 1,
      centre: { longitude: 123.43, latitude: 41.8 },
    }),
  },
  {
    name: 'who is near',
    ...rider,
    action: 'place.near',
    input: () => ({ longitude: 123.43, latitude: 41.8 }),
  },
  {
    name: 'merge it',
    ...city,
    action: 'organisation.merge',
    input: (before) => ({
      id: (before['new community'] as { id: string }).id,
      version: 2,
      heirId: kaixuan,
    }),
  },
  {
    name: 'carry it over',
    ...city,
    action: 'organisation.settle',
    input: (before) => ({ id: (before['new community'] as { id: string }).id }),
  },
  { name: 'what deletion would do', ...rider, action: 'personalData.deletion', input: () => ({}) },
  { name: 'delete everything', ...rider, action: 'personalData.delete', input: () => ({}) },
]
