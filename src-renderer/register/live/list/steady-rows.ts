/** The rows of a list as they were last shown, and what was asked for then. */
export interface ShownIds {
  /** What was searched and filtered. */
  question: string;
  ids: readonly string[];
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}

/**
 * Which rows to show. While somebody is at work in the list (`held`), a row that the filter
 * would now take away, or put in, waits: what is under the pointer stays there. Another question
 * is answered at once. Returns `before` itself where nothing changes.
 */
export function steadyIds(before: ShownIds, now: ShownIds, held: boolean): ShownIds {
  if (before.question !== now.question) return now;
  return held || isSame(before.ids, now.ids) ? before : now;
}
