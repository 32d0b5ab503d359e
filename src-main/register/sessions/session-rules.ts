import { assertNever } from '#shared/assert-never.ts';
import type { ChangeRight } from '#shared/contract/register.contract.ts';
import type { Db } from '../../db/database.ts';
import { standInsOn } from '../../people/class-access.queries.ts';
import {
  type Asker,
  isVisible,
  type RegistersSeen,
  registersSeen,
  today,
} from '../../people/class-access.service.ts';
import { DomainError } from '../../rpc/domain-error.ts';
import { readSchool } from '../../settings/settings.queries.ts';
import { findSession, type SessionRecord } from './sessions.queries.ts';

const DAY_MS = 86_400_000;

function isSeen(
  { teacherIds, classes }: RegistersSeen,
  { teacherId, classId }: SessionRecord,
): boolean {
  return teacherIds.has(teacherId) || isVisible(classes, classId);
}

/**
 * Whether an account may take and change this session. An admin always may; a teacher may with
 * their own sessions, and those of the class or teacher that they stand in for today, until
 * some days after closing. Whoever may change one also sees it, see `registersSeen`.
 */
export function changeRight(
  db: Db,
  { account, platform }: Asker,
  session: SessionRecord,
): ChangeRight {
  if (session.discarded !== null) return { kind: 'discarded' };
  if (account.role === 'admin') return { kind: 'allowed' };
  const { teacherId, classId, teacherName, endedAt } = session;
  const standIns = standInsOn(db, account.id, today(platform));
  const isOwn =
    teacherId === account.id ||
    standIns.classIds.has(classId) ||
    standIns.teacherIds.has(teacherId);
  if (!isOwn) return { kind: 'notOwn', teacherName };
  const { correctionDays: days } = readSchool(db);
  const isOver = endedAt !== null && platform.now() > endedAt + days * DAY_MS;
  return isOver ? { kind: 'over', days } : { kind: 'allowed' };
}

/** @throws DomainError NOT_FOUND, or NOT_YOUR_CLASS where it is not this account's to see */
export function requireSession(db: Db, asker: Asker, sessionId: string): SessionRecord {
  const session = findSession(db, sessionId);
  if (!session) throw new DomainError('NOT_FOUND', { what: 'session' });
  if (!isSeen(registersSeen(db, asker), session)) {
    throw new DomainError('NOT_YOUR_CLASS', { className: session.className });
  }
  return session;
}

/** @throws DomainError NOT_FOUND, or NOT_OWN_REGISTER or CORRECTION_OVER, see `changeRight` */
export function requireChangeable(db: Db, asker: Asker, sessionId: string): SessionRecord {
  const session = findSession(db, sessionId);
  if (!session) throw new DomainError('NOT_FOUND', { what: 'session' });
  const right = changeRight(db, asker, session);
  switch (right.kind) {
    case 'allowed':
      return session;
    case 'notOwn':
      throw new DomainError('NOT_OWN_REGISTER', { teacherName: right.teacherName });
    case 'discarded':
      throw new DomainError('SESSION_DISCARDED');
    case 'over':
      throw new DomainError('CORRECTION_OVER', { days: right.days });
    default:
      return assertNever(right);
  }
}

/** @throws DomainError as `requireChangeable`, and SESSION_ENDED */
export function requireOpenSession(db: Db, asker: Asker, sessionId: string): SessionRecord {
  const session = requireChangeable(db, asker, sessionId);
  if (session.endedAt !== null) throw new DomainError('SESSION_ENDED');
  return session;
}
