// Only for types and tests: the build takes saveFile.weapp.ts or saveFile.h5.ts in its place.
export * from './saveFile.h5'
