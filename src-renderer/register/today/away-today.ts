import type { SessionDetail } from '#shared/contract/register.contract.ts';
import { nameOrder } from '#shared/people/name-order.ts';

/** A student who was absent from at least one register of the day. */
export interface Away {
  studentId: string;
  fullName: string;
  className: string;
  /** The registers missed, in the order in which they were taken. */
  missed: { sessionId: string; subjectName: string }[];
}

function absentFrom(session: SessionDetail): SessionDetail['roster'] {
  const absent = session.statuses.filter((status) => status.meaning === 'absent');
  return session.roster.filter(({ mark }) => absent.some(({ code }) => code === mark?.code));
}

/** Who was absent, by class and name, and from what. Excused students are not away. */
export function awayFrom(sessions: readonly SessionDetail[]): Away[] {
  const away = new Map<string, Away>();
  for (const session of [...sessions].sort((one, other) => one.startedAt - other.startedAt)) {
    for (const { studentId, fullName } of absentFrom(session)) {
      const known = away.get(studentId);
      const { id: sessionId, subjectName, className } = session;
      if (known) known.missed.push({ sessionId, subjectName });
      else {
        away.set(studentId, {
          studentId,
          fullName,
          className,
          missed: [{ sessionId, subjectName }],
        });
      }
    }
  }
  return [...away.values()].sort(
    (one, other) =>
      nameOrder.compare(one.className, other.className) ||
      nameOrder.compare(one.fullName, other.fullName),
  );
}
