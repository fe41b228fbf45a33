// Only for types and tests: the build takes navigate.weapp.ts or navigate.h5.ts in its place.
export * from './navigate.h5'
