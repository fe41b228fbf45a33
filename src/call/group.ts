// Only for types and tests: the build takes group.weapp.ts or group.h5.ts in its place.
export * from './group.h5'
