import { and, asc, eq, gt, isNull, lte } from 'drizzle-orm'
import { foldLogin } from '../names.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { onlyRow } from '../rows.ts'
import type { Tables } from '../schema/tables.ts'
import { run, type Store } from '../store.ts'

export type Administrator = Tables['administrator']['$inferSelect']
export type AdministratorSession = Tables['administratorSession']['$inferSelect']

type NewLink = {
  readonly administratorId: string
  readonly login: string
  readonly secretHash: string
  readonly createdAtMs: number
  readonly expiresAtMs: number
}

/** Whoever was removed is not there any more, but for telling who did what. */
export function administratorRepository(store: Store) {
  return { ...knowing(store), ...entering(store) }
}

function knowing({ read, atomically, tables }: Store) {
  const { administrator, administratorSession, administratorLink } = tables
  return {
    async byLogin(login: string): Promise<Administrator | undefined> {
      const place = and(eq(administrator.login, foldLogin(login)), isNull(administrator.removedAtMs))
      const [row] = await read.select().from(administrator).where(place)
      return row
    },

    async byId(id: string): Promise<Administrator | undefined> {
      const place = and(eq(administrator.id, id), isNull(administrator.removedAtMs))
      const [row] = await read.select().from(administrator).where(place)
      return row
    },

    /** With those that were removed, who are still named. */
    async list(): Promise<Administrator[]> {
      return read.select().from(administrator).orderBy(asc(administrator.createdAtMs), asc(administrator.id))
    },

    /** None: an installation for itself, as on a laptop. */
    async isThereAny(): Promise<boolean> {
      const place = isNull(administrator.removedAtMs)
      return (await read.select({ id: administrator.id }).from(administrator).where(place).limit(1)).length > 0
    },

    /** Sessions and links end with it; the login is free again. Says whether there was one. */
    async remove(login: string, removedAtMs: number): Promise<boolean> {
      return atomically(function* (writer) {
        const place = and(eq(administrator.login, foldLogin(login)), isNull(administrator.removedAtMs))
        const [found] = yield* run(writer.select().from(administrator).where(place))
        if (found === undefined) return false
        const gone = { login: foldLogin(found.id), passwordHash: null, removedAtMs }
        yield* run(writer.update(administrator).set(gone).where(eq(administrator.id, found.id)).returning())
        const ofThem = eq(administratorSession.administratorId, found.id)
        yield* run(writer.delete(administratorSession).where(ofThem).returning())
        yield* run(writer.delete(administratorLink).where(eq(administratorLink.administratorId, found.id)).returning())
        return true
      })
    },
  }
}

function entering({ read, write, atomically, tables }: Store) {
  const { administrator, administratorSession, administratorLink } = tables
  const isOpen = (secretHash: string, nowMs: number) =>
    and(eq(administratorLink.secretHash, secretHash), gt(administratorLink.expiresAtMs, nowMs))
  return {
    /** For a login that is not there yet, or is: the one made for it before is void. */
    async makeLink({ administratorId, login, secretHash, createdAtMs, expiresAtMs }: NewLink): Promise<Administrator> {
      return atomically(function* (writer) {
        const place = and(eq(administrator.login, foldLogin(login)), isNull(administrator.removedAtMs))
        const [known] = yield* run(writer.select().from(administrator).where(place))
        const values = { id: administratorId, login: foldLogin(login), createdAtMs }
        const found = known ?? onlyRow(yield* run(writer.insert(administrator).values(values).returning()))
        yield* run(writer.delete(administratorLink).where(eq(administratorLink.administratorId, found.id)).returning())
        const link = { secretHash, administratorId: found.id, expiresAtMs }
        yield* run(writer.insert(administratorLink).values(link).returning())
        return found
      })
    },

    /** Asked before a password is hashed: hashing costs, and a guess must not. */
    async isLinkOpen(secretHash: string, nowMs: number): Promise<boolean> {
      return (await read.select().from(administratorLink).where(isOpen(secretHash, nowMs))).length > 0
    },

    /** The password stands, all sessions end and the link is used up, at once or not at all. */
    async useLink(secretHash: string, passwordHash: string, nowMs: number): Promise<Outcome<Administrator, 'over'>> {
      return atomically(function* (writer) {
        const [used] = yield* run(writer.delete(administratorLink).where(isOpen(secretHash, nowMs)).returning())
        if (used === undefined) return refused('over')
        const { administratorId } = used
        const ofThem = eq(administratorSession.administratorId, administratorId)
        yield* run(writer.delete(administratorSession).where(ofThem).returning())
        const place = eq(administrator.id, administratorId)
        return done(onlyRow(yield* run(writer.update(administrator).set({ passwordHash }).where(place).returning())))
      })
    },

    /** All sessions end. */
    async setPassword(administratorId: string, passwordHash: string): Promise<void> {
      await atomically(function* (writer) {
        const place = eq(administrator.id, administratorId)
        yield* run(writer.update(administrator).set({ passwordHash }).where(place).returning())
        const ofThem = eq(administratorSession.administratorId, administratorId)
        yield* run(writer.delete(administratorSession).where(ofThem).returning())
      })
    },

    async beginSession(session: AdministratorSession): Promise<void> {
      await atomically(function* (writer) {
        const old = lte(administratorSession.expiresAtMs, session.createdAtMs)
        yield* run(writer.delete(administratorSession).where(old).returning())
        yield* run(writer.insert(administratorSession).values(session).returning())
      })
    },

    async ofSession(tokenHash: string, nowMs: number): Promise<Administrator | undefined> {
      const place = and(eq(administratorSession.tokenHash, tokenHash), gt(administratorSession.expiresAtMs, nowMs))
      const [row] = await read
        .select({ administrator })
        .from(administratorSession)
        .innerJoin(administrator, eq(administrator.id, administratorSession.administratorId))
        .where(and(place, isNull(administrator.removedAtMs)))
      return row?.administrator
    },

    async endSession(tokenHash: string): Promise<void> {
      const place = eq(administratorSession.tokenHash, tokenHash)
      await write((writer) => writer.delete(administratorSession).where(place).returning())
    },
  }
}
