// Only for types and tests: the build takes call.weapp.ts or call.h5.ts in its place.
export * from './call.h5'
