import { useState } from 'react'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import type { BarProps } from './PersonBar'
import { RaiseSheet } from './RaiseSheet'
import { aboveOf, daysLeft, type Way, wayWords } from './raising'

/** It has ended, and the person may not agree with how. */
export function RaiseBar({ view, now, way, onDone, onRefused }: BarProps & { way: Way }) {
  const [open, setOpen] = useState(false)
  const { button, consequence } = wayWords[way]
  const close = () => setOpen(false)
  return (
    <>
      <ActionBar
        main={
          <Button
            // Nobody is talked into it: whoever was content has nothing to do here.
            look={way === 'reopen' ? 'secondary' : 'main'}
            icon="rotate-ccw"
            text={button}
            onTap={() => setOpen(true)}
          />
        }
        consequence={consequence(daysLeft(view, now), aboveOf(view))}
      />
      {open && (
        <RaiseSheet
          view={view}
          way={way}
          onClose={close}
          onDone={(sentence) => {
            close()
            onDone(sentence)
          }}
          onRefused={onRefused}
        />
      )}
    </>
  )
}
