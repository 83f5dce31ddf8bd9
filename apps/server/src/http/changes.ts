type Defined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> }

/** A change as the schemas give it, with only the fields that were sent. */
export function withoutUndefined<T extends object>(change: T): Defined<T> {
  // The filter keeps exactly what the type says; `fromEntries` cannot know it.
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Defined<T>
}
