// Only for types and tests: the build takes save.weapp.ts or save.h5.ts in its place.
export * from './save.h5'
