export function setUp(): Promise<void>
export function isNewEnough(version: string): boolean
export function isInstalled(folder: string): boolean
export function npm(args: string[], folder?: string): Promise<number>
