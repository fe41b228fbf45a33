// Only for types and tests: the build takes file.weapp.ts or file.h5.ts in its place.
export * from './file.h5'
