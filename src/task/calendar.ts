// Only for types and tests: the build takes calendar.weapp.ts or calendar.h5.ts in its place.
export * from './calendar.h5'
