import { type ParseArgsConfig, parseArgs } from 'node:util'

/** The options with which a script was started; for others, a sentence and the end. */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(options: T) {
  try {
    return parseArgs({ options }).values
  } catch (error) {
    // Behind the first sentence is advice that doesn't fit.
    const [sentence] = (error as Error).message.split('. ')
    console.error(
      `${sentence}. There are: ${Object.keys(options)
        .map((name) => `--${name}`)
        .join(', ')}`,
    )
    process.exit(1)
  }
}
