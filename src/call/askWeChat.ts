// Only for types and tests: the build takes askWeChat.weapp.ts or askWeChat.h5.ts in its place.
export * from './askWeChat.h5'
