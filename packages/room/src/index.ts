export type { Append, RoomContext, RoomOutlets, Schedule } from './ports.ts'
export { type Asked, openRoom, type Room, type RoomDependencies, type RoomReply } from './room.ts'
