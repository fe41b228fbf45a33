import { mostCounted } from '../../../domain/duty/queues'

/** How much waits in a queue, as people read it: 7, or 99+ where there may be more; nothing where nothing does. */
export const waits = (count: number | undefined): string | undefined =>
  count ? (count > mostCounted ? `${mostCounted}+` : String(count)) : undefined
