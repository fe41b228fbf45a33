// Only for types and tests: the build takes Paper.weapp.tsx or Paper.h5.tsx in its place.
export * from './Paper.h5'
