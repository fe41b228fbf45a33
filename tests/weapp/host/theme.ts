import type { Settings } from './pack.ts'

/** theme.json: what a name such as @page stands for by day and by night. */
export type Theme = Record<'light' | 'dark', Record<string, string>>

export type ThemedSettings = Record<'light' | 'dark', Settings>

/** The settings of a page by day and by night; a name that theme.json does not have is an error, as in WeChat. */
export function themed(settings: Settings, theme: Theme): ThemedSettings {
  const by = (scheme: 'light' | 'dark'): Settings =>
    Object.fromEntries(
      Object.entries(settings).map(([key, value]) => {
        if (typeof value !== 'string' || !value.startsWith('@')) return [key, value]
        const meant = theme[scheme][value.slice(1)]
        if (meant === undefined) throw new Error(`theme.json has no ${value} for ${scheme}`)
        return [key, meant]
      }),
    )
  return { light: by('light'), dark: by('dark') }
}
