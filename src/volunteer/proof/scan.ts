// Only for types and tests: the build takes scan.weapp.ts or scan.h5.ts in its place.
export * from './scan.h5'
