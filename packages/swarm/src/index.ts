export { checkAnswers, type Finding } from './check.ts'
export { type Figures, isFaultless, reportOf } from './figures.ts'
export { runSwarm, type SwarmPlan } from './swarm.ts'
