// Only for types and tests: the build takes voice.weapp.ts or voice.h5.ts in its place.
export * from './voice.h5'
