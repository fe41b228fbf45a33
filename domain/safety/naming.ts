import { digest } from '../appeal/log.ts'
import type { Person } from '../people/person.ts'

/** The piece that a nickname is; another nickname is another piece, and nothing of it can be read from it. */
export const nicknamePiece = (nickname: string): string => `nickname-${digest(nickname).slice(0, 16)}`

/** What others may call somebody: what they call themselves, once that has passed the content check. */
export const nicknameForOthers = ({
  nickname,
  nicknamePassed,
}: Pick<Person, 'nickname' | 'nicknamePassed'>): string | undefined =>
  nickname === nicknamePassed ? nickname : undefined
