export { type ContestPlan, playContest, type Played } from './play.ts'
