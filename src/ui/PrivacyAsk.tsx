// Only for types and tests: the build takes PrivacyAsk.weapp.tsx or PrivacyAsk.h5.tsx in its place.
export * from './PrivacyAsk.h5'
