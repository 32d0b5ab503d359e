import type { Activity } from '#shared/contract/activity.contract.ts';
import type { RosterEntry } from '#shared/contract/register.contract.ts';
import { isSettled } from '#shared/register/is-settled.ts';

/** Students that recognition could not tell apart for one face, the likeliest first. */
export type Doubt = readonly string[];

const keyOf = (doubt: Doubt) => doubt.toSorted().join(' ');

/** Adds a doubt unless the same students are in doubt already. */
export function addDoubt(doubts: readonly Doubt[], added: Doubt): readonly Doubt[] {
  const known = doubts.some((doubt) => keyOf(doubt) === keyOf(added));
  return known ? doubts : [...doubts, added];
}

/** The doubts that the main process has noted, which outlive a restart of the screen. */
export function doubtsOfFeed(feed: readonly Activity[]): Doubt[] {
  return feed.flatMap(({ kind, studentId, detail: { other } }) => {
    if (kind !== 'unsureFace' || studentId === null) return [];
    return [typeof other === 'string' ? [studentId, other] : [studentId]];
  });
}

/**
 * The doubts left for the teacher, as entries to choose among: those of which no student is
 * settled yet. Students in doubt that no known doubt names, as after a restart, stand alone.
 */
export function openDoubts(
  doubts: readonly Doubt[],
  roster: readonly RosterEntry[],
): RosterEntry[][] {
  const byId = new Map(roster.map((entry) => [entry.studentId, entry]));
  const open = doubts
    .map((doubt) => doubt.flatMap((id) => byId.get(id) ?? []))
    .filter((entries) => entries.length > 0 && entries.every((entry) => !isSettled(entry.mark)))
    .filter((entries) => entries.some((entry) => entry.unsure));
  const named = new Set(open.flat().map((entry) => entry.studentId));
  const alone = roster.filter(
    (entry) => entry.unsure && !isSettled(entry.mark) && !named.has(entry.studentId),
  );
  return [...open, ...alone.map((entry) => [entry])];
}
