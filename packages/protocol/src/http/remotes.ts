import { z } from 'zod'

/** POST /api/remote: the secret that the code on the host's page holds, good for one phone and two minutes. */
export const RemotePairing = z.object({ pairingSecret: z.string().min(16).max(100) })
export type RemotePairing = z.infer<typeof RemotePairing>
