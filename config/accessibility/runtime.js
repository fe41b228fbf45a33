import { mergeInternalComponents } from '@tarojs/shared'
import attributes from './attributes.json'

// The page data names attributes by their place in this list; it must be the one that the templates were built with.
mergeInternalComponents(attributes)
