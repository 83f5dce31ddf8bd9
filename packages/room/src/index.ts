export { openPageLinks, type Page, type PageLink, type PageLinks } from './page-links.ts'
export type { Append, RoomContext, RoomOutlets } from './ports.ts'
export type { Schedule } from './schedule.ts'
export { type Asked, openRoom, type Room, type RoomDependencies, type RoomReply } from './room.ts'
