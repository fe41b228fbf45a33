import type { HonourState } from '../../domain/honour/honour'
import { honourStates } from '../../domain/honour/honour'
import { Badge, type BadgeTone } from '../ui/Badge'
import type { BadgeIconName } from '../ui/iconNames'

const looks: Record<HonourState, { icon: BadgeIconName; tone: BadgeTone }> = {
  proposed: { icon: 'hourglass', tone: 'grey' },
  notice: { icon: 'megaphone', tone: 'blue' },
  contested: { icon: 'message-circle-question-mark', tone: 'honey' },
  awarded: { icon: 'award', tone: 'wash' },
  refused: { icon: 'circle-x', tone: 'grey' },
  declined: { icon: 'undo-2', tone: 'grey' },
}

/** How far an honour is: word, icon and colour. */
export const HonourBadge = ({ state }: { state: HonourState }) => (
  <Badge text={honourStates[state]} {...looks[state]} />
)
