/** One part, asked for at once: whoever sees the first question will see the others. */
export { PhoneCare } from './phone-care.tsx'
export { PodiumScreen } from './podium-screen.tsx'
export { QuestionScreen } from './question-screen.tsx'
export { RevealScreen } from './reveal-screen.tsx'
export { StemScreen } from './stem-screen.tsx'
