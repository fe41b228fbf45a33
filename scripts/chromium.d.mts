export const chromiumFlags: string[]
export function findChromium(): Promise<string>
export function namedByVariable(environment?: Record<string, string | undefined>): string | undefined
export function installedChromium(
  environment?: Record<string, string | undefined>,
  platform?: NodeJS.Platform,
): string | undefined
