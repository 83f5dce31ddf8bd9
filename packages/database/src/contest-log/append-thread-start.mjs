import { register } from 'tsx/esm/api'

// A worker cannot start from TypeScript on Node 20, `--import` or not: this file starts it and then loads the rest.
register()
await import('./append-thread.ts')
