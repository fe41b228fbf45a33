import { useState } from 'react'
import { AskHelpSheet } from './AskHelpSheet'
import { helpOf } from './bar'
import { HelpSheet } from './HelpSheet'
import { ReleaseSheet } from './ReleaseSheet'
import type { SheetProps } from './StaffBar'

/** 协办, from either side: who is responsible asks, or waits no longer; who helps says how it goes. */
export function AssistSheet(props: SheetProps) {
  const [released, setReleased] = useState<{ id: string; name: string }>()
  if (helpOf(props.view, props.hat) === 'helps') return <HelpSheet {...props} />
  if (released) return <ReleaseSheet {...props} assistant={released} onClose={() => setReleased(undefined)} />
  return <AskHelpSheet {...props} onRelease={setReleased} />
}
