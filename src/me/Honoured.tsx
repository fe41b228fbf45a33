import { type HonourKind, honourKinds } from '../../domain/honour/kinds'
import { Badge } from '../ui/Badge'

/** What one has been honoured as, as badges above one's name; each once. */
export function Honoured({ kinds }: { kinds: readonly HonourKind[] }) {
  return (
    <>
      {[...new Set(kinds)].map((kind) => (
        <Badge key={kind} text={honourKinds[kind].name} icon="award" tone="wash" />
      ))}
    </>
  )
}
