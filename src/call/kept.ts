// Only for types and tests: the build takes kept.weapp.ts or kept.h5.ts in its place.
export * from './kept.h5'
