// Only for types and tests: the build takes savePicture.weapp.ts or savePicture.h5.ts in its place.
export * from './savePicture.h5'
