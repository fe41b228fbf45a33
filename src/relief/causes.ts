import { type ReliefCause, reliefCauseNames } from '../../domain/appeal/names'
import type { IconName } from '../ui/Icon'

const icons: Record<ReliefCause, IconName> = {
  heavyRain: 'cloud-rain',
  heavySnow: 'snowflake',
  trafficControl: 'traffic-cone',
  slowMerchant: 'utensils',
  liftFailure: 'arrow-up-down',
  gateRefused: 'ban',
  wrongAddress: 'map-pin-off',
  accident: 'triangle-alert',
  appFault: 'smartphone',
  other: 'ellipsis',
}

/** Causes of a relief as tiles, the most frequent first. */
export const causeTiles = (Object.keys(reliefCauseNames) as ReliefCause[]).map((name) => ({
  name,
  text: reliefCauseNames[name],
  icon: icons[name],
}))
