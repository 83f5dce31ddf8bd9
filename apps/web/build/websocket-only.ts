import type { Plugin } from 'vite'

const transports = /[\\/]engine\.io-client[\\/]build[\\/]esm[\\/]transports[\\/](index|polling-xhr)\.js$/

/**
 * Pages connect by WebSocket only, as the server does. engine.io-client has one table of all its transports; here it
 * holds that one, and long polling and WebTransport stay out of what phones load. A test looks whether they did.
 */
export function websocketOnly(): Plugin {
  return {
    name: 'websocket-only',
    apply: 'build',
    transform: {
      filter: { id: transports },
      handler: (code, id) =>
        id.endsWith('index.js') ? { code: onlyWebsocket, map: null } : { code, map: null, moduleSideEffects: false },
    },
  }
}

const onlyWebsocket = `import { WS } from './websocket.node.js'\nexport const transports = { websocket: WS }\n`
