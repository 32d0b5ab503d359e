import i18next from 'i18next';
import type { RosterEntry, SessionDetail, Status } from '#shared/contract/register.contract.ts';
import { arrivalStatus } from '#shared/register/late-rule.ts';
import { dismissFace } from '../camera/dismiss-face.ts';
import { markByHand } from './mark-by-hand.ts';
import { statusOf } from './roster.ts';

/** What a student who was seen at this instant would be marked. */
export function statusOfSeen(session: SessionDetail, seenAt: number): Status {
  return arrivalStatus(seenAt, session, session.statuses);
}

/** Confirms that a student marked away is here, by when the camera saw them. */
export function markSeen(session: SessionDetail, { studentId, seenAt }: RosterEntry): void {
  if (seenAt === null) return;
  const { code } = statusOfSeen(session, seenAt);
  void markByHand(session.id, { studentId, code, asSeen: true });
}

/** The camera was wrong: the mark stays, and it is not asked about again. */
export function keepMark(session: SessionDetail, entry: RosterEntry): Promise<void> {
  const label = statusOf(entry, session.statuses)?.label ?? '';
  const what = i18next.t('live:seen.kept', { name: entry.fullName, label });
  return dismissFace(session.id, [entry.studentId], what);
}
