// Only for types and tests: the build takes LetterPaper.weapp.tsx or LetterPaper.h5.tsx in its place.
export * from './LetterPaper.h5'
