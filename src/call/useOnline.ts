import { useSyncExternalStore } from 'react'
import { isOnline, onSignal } from './call'

/** Whether there is a signal, as far as the phone knows. */
export const useOnline = (): boolean => useSyncExternalStore(onSignal, isOnline)
