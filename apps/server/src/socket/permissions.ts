import { may, type Permission, type Role } from '@khac-sau/engine'
import type { HostRequests, RemoteRequests } from '@khac-sau/protocol'

/**
 * What whoever sends a message must be allowed to do. It is asked at the door, and whoever's role changes is sent to the
 * door again: nobody is inside who may not send all of it.
 */
export const hostPermissions = {
  'host:command': 'run-contest',
  'host:answer-place-request': 'run-contest',
  'host:peek': 'run-contest',
  'host:pair-remote': 'run-contest',
  'host:end-remote': 'run-contest',
  'host:clock': 'run-contest',
} as const satisfies Record<keyof HostRequests, Permission>

export const remotePermissions = {
  'remote:command': 'run-contest',
  'remote:clock': 'run-contest',
} as const satisfies Record<keyof RemoteRequests, Permission>

export function mayAll(role: Role, permissions: Readonly<Record<string, Permission>>): boolean {
  return Object.values(permissions).every((permission) => may(role, permission))
}
