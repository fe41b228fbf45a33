import { join } from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import attributes from './attributes.json'

interface Platform {
  runtimePath: string | string[]
  template?: { mergeComponents: (context: IPluginContext, components: typeof attributes) => void }
}

/** Taro's WXML templates leave out what screen readers need; this puts it in (facts: `aria-*` works in WebView). */
export default (context: IPluginContext) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: Platform) {
      if (!platform.template) return
      platform.template.mergeComponents(context, attributes)
      platform.runtimePath = [platform.runtimePath, join(__dirname, 'runtime.js')].flat()
    },
  })
}
