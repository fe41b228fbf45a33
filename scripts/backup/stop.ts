import { asStop, Stop } from '../deploy/stop.ts'

/** What a person does about a refusal of the database, by its code. */
const advices: [RegExp, string][] = [
  [
    /COLLECTION_NOT_EXIST/,
    'make the collections first: npm run deploy with --skip for all but collections, indexes and rules (docs/backup.md)',
  ],
  [
    /SIGN|AUTH|PERMISSION|^401|^403/i,
    'check the keys and the clock of this machine (docs/deploy.md, step 4)',
  ],
  [/^(ENOSPC|EDQUOT)$/, 'make room on the disk'],
  [/^(EACCES|EPERM|EROFS)$/, 'see who may write there'],
]

/** Any error as a stop; what nobody foresaw keeps its own words. Knows the requests' errors by their code alone. */
export function asked(error: unknown): Stop {
  if (error instanceof Stop) return error
  const code = String((error as { code?: unknown }).code ?? '')
  const [, advice] = advices.find(([codes]) => codes.test(code)) ?? []
  if (advice === undefined) return asStop(error)
  return new Stop((error as Error).message, advice)
}
