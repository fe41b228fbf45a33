/** An index of a collection; direction 1 ascending, -1 descending. */
export interface Index {
  name: string
  keys: { field: string; direction: 1 | -1 }[]
  unique?: boolean
}

const ascending = (...fields: string[]) => fields.map((field) => ({ field, direction: 1 as const }))
const descending = (...fields: string[]) => fields.map((field) => ({ field, direction: -1 as const }))

type Name =
  | 'people'
  | 'contacts'
  | 'looks'
  | 'invitations'
  | 'setups'
  | 'organisations'
  | 'rules'
  | 'appeals'
  | 'audit'
  | 'rotas'
  | 'notices'
  | 'tallies'
  | 'filings'
  | 'projects'
  | 'meetings'
  | 'tasks'
  | 'groups'
  | 'declines'
  | 'beneficiaries'
  | 'beneficiaryLooks'
  | 'accounts'
  | 'transfers'
  | 'rewards'
  | 'redemptions'
  | 'budgets'
  | 'reconciliations'
  | 'reviews'
  | 'prints'
  | 'standings'
  | 'rankings'
  | 'teamTotals'
  | 'honours'
  | 'subscriptions'
  | 'checks'
  | 'checkWords'
  | 'counters'
  | 'operations'

/**
 * Every collection and its indexes, declared once: the local cloud reads them at start, the deployment creates them.
 * Every list of the product is read along one of these.
 */
export const indexes: Record<Name, Index[]> = {
  people: [
    { name: 'openid', keys: ascending('openid'), unique: true },
    { name: 'staff', keys: ascending('staffKeys', '_id') },
    { name: 'community', keys: ascending('community.id', '_id') },
    // Who calls themselves something that has not been given to the content check.
    { name: 'nameTick', keys: ascending('nameTickAt', '_id') },
  ],
  contacts: [],
  looks: [
    { name: 'whose', keys: [...ascending('personId'), ...descending('at', '_id')] },
    // What has been kept for long enough, here and below.
    { name: 'old', keys: ascending('at') },
  ],
  invitations: [
    {
      name: 'open',
      keys: [...ascending('scopes', 'state'), ...descending('createdAt', '_id')],
    },
  ],
  setups: [],
  organisations: [
    { name: 'parent', keys: ascending('parentId', 'active', '_id') },
    { name: 'below', keys: ascending('ancestors', '_id') },
    { name: 'kind', keys: ascending('kind', '_id') },
    { name: 'bodies', keys: ascending('parentId', 'kind', 'active') },
    { name: 'named', keys: ascending('nameKeys', 'kind') },
    { name: 'suffixes', keys: ascending('suffixes') },
    { name: 'cell', keys: ascending('cell') },
  ],
  rules: [
    { name: 'versions', keys: [...ascending('city'), ...descending('version', '_id')] },
    { name: 'settingsVersions', keys: [...ascending('settingsOf'), ...descending('version', '_id')] },
    { name: 'pointsVersions', keys: [...ascending('versionOf'), ...descending('version', '_id')] },
  ],
  appeals: [
    { name: 'mine', keys: [...ascending('reporterId'), ...descending('createdAt', '_id')] },
    { name: 'project', keys: [...ascending('project.id'), ...descending('createdAt', '_id')] },
    { name: 'number', keys: ascending('number') },
    { name: 'filed', keys: [...ascending('filedBy.personId'), ...descending('createdAt', '_id')] },
    { name: 'mineOpen', keys: [...ascending('reporterId', 'open'), ...descending('createdAt', '_id')] },
    { name: 'organisation', keys: ascending('organisation.id', '_id') },
    { name: 'city', keys: [...ascending('city'), ...descending('createdAt', '_id')] },
    { name: 'work', keys: ascending('organisation.id', 'working', 'dueAt', '_id') },
    { name: 'workUrgent', keys: ascending('organisation.id', 'urgency', 'state', 'dueAt', '_id') },
    {
      name: 'workMine',
      keys: ascending('responsible.personId', 'organisation.id', 'working', 'dueAt', '_id'),
    },
    // What the timer must look at next.
    { name: 'tick', keys: ascending('tickAt', '_id') },
    { name: 'children', keys: ascending('parent.id', 'state', '_id') },
    { name: 'helping', keys: ascending('helperIds', 'working', 'dueAt', '_id') },
    { name: 'workByState', keys: ascending('organisation.id', 'state', 'dueAt', '_id') },
    {
      name: 'workDone',
      keys: [...ascending('organisation.id', 'working'), ...descending('updatedAt', '_id')],
    },
    // Searches: one of these, whatever is asked (domain/appeal/search).
    { name: 'found', keys: [...ascending('keys'), ...descending('createdAt', '_id')] },
    { name: 'foundState', keys: [...ascending('scopes', 'state'), ...descending('createdAt', '_id')] },
    { name: 'foundLate', keys: ascending('scopes', 'working', 'dueAt', '_id') },
    { name: 'foundMine', keys: [...ascending('responsible.personId'), ...descending('createdAt', '_id')] },
    // What dispatchers gave another category, for the suggestions to learn from.
    { name: 'corrected', keys: [...ascending('city', 'confidential'), ...descending('corrected.at', '_id')] },
    { name: 'named', keys: ascending('named.personId', 'organisation.id', 'state', 'dueAt', '_id') },
    { name: 'resolved', keys: ascending('organisation.id', 'state', 'resolvedAt', '_id') },
    { name: 'resolvedBelow', keys: ascending('organisation.ancestors', 'state', 'resolvedAt', '_id') },
    // What could be merged: about the same at the same place, or as people quote it.
    {
      name: 'alike',
      keys: [...ascending('place.area', 'category', 'kind', 'open'), ...descending('createdAt', '_id')],
    },
    // What passers-by may have seen too.
    {
      name: 'similar',
      keys: [...ascending('place.cell', 'kind', 'category', 'working'), ...descending('createdAt', '_id')],
    },
  ],
  audit: [
    { name: 'old', keys: ascending('at') },
    { name: 'scope', keys: [...ascending('scopes'), ...descending('at', '_id')] },
    { name: 'scopeAction', keys: [...ascending('scopes', 'action'), ...descending('at', '_id')] },
    { name: 'scopeActor', keys: [...ascending('scopes', 'actor.personId'), ...descending('at', '_id')] },
  ],
  // By id alone.
  rotas: [],
  tallies: [],
  projects: [
    { name: 'scope', keys: [...ascending('scopes', 'state'), ...descending('createdAt', '_id')] },
    { name: 'tick', keys: ascending('tickAt', '_id') },
  ],
  meetings: [
    { name: 'organisation', keys: [...ascending('organisation.id', 'state'), ...descending('at', '_id')] },
    { name: 'tick', keys: ascending('tickAt', '_id') },
  ],
  tasks: [
    // What is near, what an area or a team does, what somebody has: only what is shown and not over.
    { name: 'near', keys: ascending('cell', 'listed', 'to', '_id') },
    { name: 'area', keys: ascending('organisation.id', 'listed', 'from', '_id') },
    { name: 'team', keys: ascending('team.id', 'listed', 'from', '_id') },
    // A task together with what else somebody has at that time: one look.
    { name: 'busy', keys: ascending('busy') },
    { name: 'mine', keys: [...ascending('involved', 'listed'), ...descending('from', '_id')] },
    { name: 'done', keys: [...ascending('done.personId'), ...descending('from', '_id')] },
    { name: 'board', keys: [...ascending('scopes', 'phase', 'listed'), ...descending('from', '_id')] },
    { name: 'toVerify', keys: ascending('organisation.id', 'proofAt', '_id') },
    { name: 'spots', keys: ascending('spotFor', 'from', '_id') },
    { name: 'pairs', keys: ascending('pairs') },
    { name: 'tick', keys: ascending('tickAt', '_id') },
  ],
  beneficiaries: [{ name: 'thanks', keys: ascending('thanksCode'), unique: true }],
  beneficiaryLooks: [
    { name: 'task', keys: ascending('task', 'at') },
    { name: 'old', keys: ascending('at') },
  ],
  groups: [{ name: 'organisation', keys: [...ascending('organisation.id'), ...descending('at', '_id')] }],
  declines: [
    { name: 'task', keys: ascending('task') },
    { name: 'old', keys: ascending('at') },
  ],
  filings: [{ name: 'code', keys: ascending('code'), unique: true }],
  notices: [
    { name: 'inbox', keys: [...ascending('personId'), ...descending('at', '_id')] },
    { name: 'unread', keys: ascending('personId', 'read', 'at') },
    { name: 'send', keys: ascending('send.at', '_id') },
    { name: 'old', keys: ascending('read', 'at') },
  ],
  accounts: [{ name: 'tick', keys: ascending('tickAt', '_id') }],
  transfers: [
    { name: 'statement', keys: [...ascending('personId', 'month'), ...descending('at', '_id')] },
    { name: 'person', keys: ascending('personId', 'at', '_id') },
    // For the check of the ledger, person by person.
    { name: 'ledger', keys: ascending('personId', '_id') },
    { name: 'preview', keys: ascending('scopes', 'month', 'personId', 'at') },
    { name: 'toRank', keys: ascending('toRank', 'personId', '_id') },
  ],
  rewards: [
    { name: 'shop', keys: ascending('organisation.id', 'shown', 'cost', '_id') },
    { name: 'shopKind', keys: ascending('organisation.id', 'shown', 'kind', 'cost', '_id') },
  ],
  redemptions: [
    { name: 'code', keys: ascending('code'), unique: true },
    { name: 'mine', keys: [...ascending('personId'), ...descending('createdAt', '_id')] },
    { name: 'mineOpen', keys: [...ascending('personId', 'open'), ...descending('createdAt', '_id')] },
    { name: 'queue', keys: ascending('scopes', 'state', 'createdAt', '_id') },
    { name: 'tick', keys: ascending('tickAt', '_id') },
    { name: 'bound', keys: ascending('open', 'personId', '_id') },
  ],
  reviews: [
    { name: 'queue', keys: ascending('scopes', 'state', 'since', '_id') },
    { name: 'person', keys: ascending('personId', '_id') },
    { name: 'tick', keys: ascending('tickAt', '_id') },
  ],
  // By the digest alone.
  prints: [],
  budgets: [],
  reconciliations: [],
  standings: [{ name: 'tick', keys: ascending('tickAt', '_id') }],
  rankings: [
    { name: 'board', keys: [...ascending('board', 'shown'), ...descending('points', '_id')] },
    { name: 'solved', keys: [...ascending('board', 'shown'), ...descending('solved', '_id')] },
    { name: 'person', keys: ascending('personId') },
  ],
  teamTotals: [],
  honours: [
    { name: 'public', keys: [...ascending('state'), ...descending('publishedAt', '_id')] },
    { name: 'person', keys: [...ascending('personId'), ...descending('createdAt', '_id')] },
    { name: 'queue', keys: ascending('scopes', 'state', 'createdAt', '_id') },
    { name: 'tick', keys: ascending('tickAt', '_id') },
  ],
  subscriptions: [],
  // The content check: what is asked about, and what WeChat has sent word of.
  checks: [
    { name: 'tick', keys: ascending('tickAt', '_id') },
    { name: 'trace', keys: ascending('traces') },
    { name: 'about', keys: ascending('about.id', 'state') },
    { name: 'held', keys: ascending('scopes', 'state', 'since', '_id') },
    { name: 'passed', keys: ascending('state', 'tickAt') },
    { name: 'waiting', keys: ascending('state', 'since', '_id') },
  ],
  checkWords: [{ name: 'tick', keys: ascending('tickAt', '_id') }],
  // By id alone.
  counters: [],
  operations: [],
}
