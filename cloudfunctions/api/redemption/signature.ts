import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Redemption } from '../../../domain/points/redemption.ts'

type Signed = Pick<Redemption, '_id' | 'code' | 'secret' | 'expiresAt'>

/** Signs a code for its redemption and its last day, with a secret that never leaves the cloud; 32 hexadecimal digits. */
export const signatureOf = ({ _id, code, secret, expiresAt }: Signed): string =>
  createHmac('sha256', secret).update(`${_id}:${code}:${expiresAt}`).digest('hex').slice(0, 32)

export const isSigned = (redemption: Signed, signature: string): boolean =>
  timingSafeEqual(Buffer.from(signatureOf(redemption)), Buffer.from(signature))
