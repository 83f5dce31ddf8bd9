import { defineConfig } from '@playwright/test'
import gallery from './screens.config.ts'

/** `npm run images`, its second half: every view of the gallery, for docs/images/states. */
export default defineConfig({ ...gallery, testDir: 'states' })
