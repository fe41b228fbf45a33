// Only for types and tests: the build takes TaskMap.weapp.tsx or TaskMap.h5.tsx in its place.
export * from './TaskMap.h5'
