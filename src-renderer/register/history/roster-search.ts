import type { RosterEntry } from '#shared/contract/register.contract.ts';

/** Letters without case and accents, so that "emile" finds "Émile". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The entries whose name or student ID contains what is searched for; all when nothing is. */
export function matching(roster: readonly RosterEntry[], search: string): RosterEntry[] {
  const wanted = plain(search.trim());
  return roster.filter(
    (entry) =>
      plain(entry.fullName).includes(wanted) || plain(entry.studentNumber).includes(wanted),
  );
}
