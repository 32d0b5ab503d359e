import { useQuery } from '@tanstack/react-query';
import { dayOf } from '#renderer/app/format.ts';
import { api } from '#renderer/app/query-client.ts';
import type { SessionSummary } from '#shared/contract/register.contract.ts';

const DAY_MS = 86_400_000;
/** How far back to look for what a class was last taught. */
const RECENT_DAYS = 14;

/** What the Today screen shows. */
export function useToday() {
  const now = Date.now();
  const today = dayOf(now);
  const range = { from: dayOf(now - RECENT_DAYS * DAY_MS), to: today };
  const classes = useQuery(api.people.classes.list.queryOptions({ input: {} }));
  const subjects = useQuery(api.people.subjects.list.queryOptions({ input: {} }));
  const open = useQuery(api.register.open.queryOptions());
  const recent = useQuery(api.register.list.queryOptions({ input: { range } }));
  return { classes, subjects, open, recent, today };
}

/** The sessions of a day that are closed, newest first. */
export function takenOn(day: string, sessions: readonly SessionSummary[]): SessionSummary[] {
  return sessions
    .filter(
      (session) =>
        session.endedAt !== null && !session.discarded && dayOf(session.startedAt) === day,
    )
    .sort((one, other) => other.startedAt - one.startedAt);
}

/** The subject that this class was taught last, as far as the sessions tell. */
export function lastSubjectOf(classId: string, sessions: readonly SessionSummary[]): string | null {
  const ofClass = sessions.filter((session) => session.classId === classId && !session.discarded);
  const latest = ofClass.sort((one, other) => other.startedAt - one.startedAt)[0];
  return latest?.subjectId ?? null;
}
