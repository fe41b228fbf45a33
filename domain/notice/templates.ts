/**
 * WeChat's subscription messages, by what they are about: each has a template of its own, for which a person grants
 * messages one by one (notices-places-reports.md). A phone asks for at most `templatesAtOnce` in one tap.
 */
export const templates = {
  /** For who asked, who saw it too: their appeals. */
  progress: '诉求进展',
  /** For who helps: their tasks. */
  task: '任务提醒',
  /** For who has points: redemptions, payments, honours. */
  points: '积分和兑换',
  /** For who handles appeals. */
  work: '派单提醒',
  /** For who is on duty; kept for danger alone. */
  urgent: '紧急呼叫',
} as const satisfies Record<string, string>

export type Template = keyof typeof templates
export const templateKeys = Object.keys(templates) as Template[]

/** WeChat's older clients take no more. */
export const templatesAtOnce = 3

/** Which templates are asked for at a tap that means something. */
export const askedAt = {
  /** Somebody sends an appeal or says 我也看到. */
  submit: ['progress'],
  /** Somebody claims a task, or waits for one. */
  claim: ['task', 'points'],
  /** Somebody asks for a reward. */
  redeem: ['points'],
  /** Somebody at work takes a step. */
  work: ['work', 'urgent'],
  /** Who reads their inbox asks for more. */
  inbox: ['progress', 'task', 'points'],
  inboxOfStaff: ['work', 'urgent', 'progress'],
} as const satisfies Record<string, readonly Template[]>

export type Occasion = keyof typeof askedAt

/**
 * Where a template of the console carries what we say: names of its fields, as WeChat shows them there. All templates are
 * chosen with these three kinds (docs/deploy.md).
 */
export interface TemplateSetting {
  /** WeChat's id of the template. */
  id: string
  /** A field of the kind `thing`: what happened. */
  what: string
  /** A field of the kind `thing`: to what. */
  note: string
  /** A field of the kind `time`. */
  at: string
}

/**
 * Reads the setting of all templates: `progress=ID thing1 thing2 time3; task=ID …`. A template that is not named is
 * neither asked for nor sent. Throws when it is not of this form.
 */
export function templatesOf(text: string): ReadonlyMap<Template, TemplateSetting> {
  const parts = text.split(';').flatMap((part) => part.trim() || [])
  return new Map(parts.map(templateIn))
}

function templateIn(part: string): [Template, TemplateSetting] {
  const [, key = '', id = '', what = '', note = '', at = ''] = shape.exec(part) ?? []
  const template = templateKeys.find((each) => each === key)
  if (!template)
    throw new Error(
      `a template is set as "${templateKeys.join('|')}=ID thingN thingN timeN", not as "${part}"`,
    )
  return [template, { id, what, note, at }]
}
const shape = /^(\w+) *= *([\w-]{8,64}) +(thing\d+) +(thing\d+) +(time\d+)$/
