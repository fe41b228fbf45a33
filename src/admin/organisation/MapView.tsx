// Only for types and tests: the build takes MapView.weapp.tsx or MapView.h5.tsx in its place.
export * from './MapView.h5'
