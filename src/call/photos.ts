// Only for types and tests: the build takes photos.weapp.ts or photos.h5.ts in its place.
export * from './photos.h5'
