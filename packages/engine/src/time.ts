/** Milliseconds of the contest clock (T1): 0 when the room opened, advancing only while a process owns the contest. */
export type Millis = number

/** A calendar month in Asia/Ho_Chi_Minh, `YYYY-MM` (C1). */
export type Month = string

/** Milliseconds since 1970 in UTC. For papers and people only: wall time enters no arithmetic of a contest (T1). */
export type WallMillis = number
