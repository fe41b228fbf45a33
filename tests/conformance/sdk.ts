import sdk from '@cloudbase/node-sdk'

export default sdk
export const { init, SYMBOL_CURRENT_ENV } = sdk
