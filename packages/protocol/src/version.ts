/**
 * Bump when an old page would misread a new message, or a new server an old page's; say why in docs/protocol.md.
 * A page of another version is told `outdated-page` at the handshake and asks to be reloaded.
 */
export const PROTOCOL_VERSION = 5
