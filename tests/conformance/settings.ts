/** The vendor's tests read their account from this module. */
export const secretId = 'local'
export const secretKey = 'local'
export const env = 'conformance-test'
export const appId = 'wx0000000000000000'
export default { secretId, secretKey, env, appId }
