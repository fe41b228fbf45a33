// Only for types and tests: the build takes PhoneButton.weapp.tsx or PhoneButton.h5.tsx in its place.
export * from './PhoneButton.h5'
