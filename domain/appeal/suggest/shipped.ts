import type { LessonBook } from './model.ts'
import words from './words.json' with { type: 'json' }

/** What every phone knows from the start; administrators add to it (suggestion/additions.ts). */
export const lessonBook: LessonBook = words
