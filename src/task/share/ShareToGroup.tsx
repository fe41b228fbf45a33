// Only for types and tests: the build takes ShareToGroup.weapp.tsx or ShareToGroup.h5.tsx in its place.
export * from './ShareToGroup.h5'
