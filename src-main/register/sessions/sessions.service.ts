import type { DayRange } from '#shared/contract/base.ts';
import type {
  Session,
  SessionDetail,
  SessionSummary,
  Status,
} from '#shared/contract/register.contract.ts';
import { lateRuleOn } from '#shared/register/dated-late-rule.ts';
import { recordActivity } from '../../activity/activity.service.ts';
import { type Db, inTransaction } from '../../db/database.ts';
import { newId } from '../../db/new-id.ts';
import { registersSeen, requireVisibleClass } from '../../people/class-access.service.ts';
import { lateRulesOf } from '../../people/late-rules.queries.ts';
import { dayAt } from '../../people/school-day.ts';
import { DomainError } from '../../rpc/domain-error.ts';
import { readSchool } from '../../settings/settings.queries.ts';
import { markKnownAway } from '../absences/away.service.ts';
import type { Caller } from '../caller.ts';
import { forgetSession } from '../faces/session-memory.ts';
import { markByRule } from '../log/rule-mark.ts';
import { notInClass, unmarkedStudents } from '../roster/roster.queries.ts';
import { readRoster } from '../roster/roster.service.ts';
import { activeStatuses, allStatuses, codeInRole } from '../statuses.queries.ts';
import { scheduleOf } from './schedule.service.ts';
import { listSessions } from './session-list.queries.ts';
import {
  changeRight,
  requireChangeable,
  requireOpenSession,
  requireSession,
} from './session-rules.ts';
import {
  closeSession,
  insertRoster,
  insertSession,
  isActiveClass,
  isActiveSubject,
  openSessionOfClass,
  openSessions,
  type SessionRecord,
  seenBy,
} from './sessions.queries.ts';

function asShown({ teacherId: _teacher, utcOffsetMinutes: _offset, ...shown }: SessionRecord) {
  return shown satisfies Session;
}

/** The statuses in use, and archived ones, without a key, that this roster still carries. */
function statusesFor(db: Db, codesInForce: ReadonlySet<string>): Status[] {
  const inUse = new Set(activeStatuses(db).map(({ code }) => code));
  return allStatuses(db)
    .filter(({ code }) => inUse.has(code) || codesInForce.has(code))
    .map((status) => (inUse.has(status.code) ? status : { ...status, shortcut: null }));
}

function detail({ db, ...asker }: Caller, session: SessionRecord): SessionDetail {
  const roster = readRoster(db, session.id);
  const codes = new Set(roster.flatMap(({ mark }) => (mark ? [mark.code] : [])));
  const change = changeRight(db, asker, session);
  return {
    ...asShown(session),
    change,
    roster,
    notInClass: notInClass(db, session.id),
    statuses: statusesFor(db, codes),
  };
}

interface Start {
  classId: string;
  subjectId: string;
  lessonId?: string | undefined;
}

function insertNewSession(tx: Db, caller: Caller, start: Start): string {
  const { classId, subjectId } = start;
  if (!isActiveClass(tx, classId)) throw new DomainError('NOT_FOUND', { what: 'class' });
  requireVisibleClass(tx, caller, classId);
  if (!isActiveSubject(tx, subjectId)) throw new DomainError('NOT_FOUND', { what: 'subject' });
  const open = openSessionOfClass(tx, classId);
  if (open) {
    requireChangeable(tx, caller, open.id);
    throw new DomainError('SESSION_OPEN', { sessionId: open.id });
  }
  const startedAt = caller.platform.now();
  const sessionId = newId();
  const utcOffsetMinutes = caller.platform.utcOffsetMinutes(startedAt);
  const rule = lateRuleOn(lateRulesOf(tx, classId), dayAt(startedAt, utcOffsetMinutes));
  const { deviceId, livenessPolicy } = readSchool(tx);
  insertSession(tx, {
    deviceId,
    livenessPolicy,
    id: sessionId,
    classId,
    subjectId,
    teacherId: caller.account.id,
    startedAt,
    utcOffsetMinutes,
    lateAfterMinutes: rule,
    ...scheduleOf(tx, caller, start),
  });
  if (insertRoster(tx, sessionId, classId) === 0) throw new DomainError('EMPTY_CLASS');
  return sessionId;
}

/**
 * Starts a session for the active students of a class; those known to be away are excused at
 * once; the class's late rule and the school's liveness policy hold for it as they are now. With
 * a lesson it is that lesson's register today.
 * @throws DomainError NOT_FOUND (archived counts as gone), NOT_YOUR_CLASS, SESSION_OPEN,
 *   NOT_OWN_REGISTER where another teacher has one open, EMPTY_CLASS, and as `scheduleOf`
 */
export function startSession(caller: Caller, start: Start): SessionDetail {
  const { db, account, platform } = caller;
  const sessionId = inTransaction(db, (tx) => {
    const id = insertNewSession(tx, caller, start);
    const started = requireSession(tx, caller, id);
    markKnownAway(tx, caller, started);
    recordActivity(tx, {
      at: platform.now(),
      kind: 'sessionStarted',
      actorId: account.id,
      sessionId: id,
      detail: { className: started.className, subjectName: started.subjectName },
    });
    return id;
  });
  return readSession(caller, sessionId);
}

/** Sessions still open that this account may go on with, newest first. */
export function readOpenSessions(caller: Caller): Session[] {
  const { db } = caller;
  return openSessions(db)
    .filter((session) => changeRight(db, caller, session).kind === 'allowed')
    .map(asShown);
}

/** @throws DomainError NOT_FOUND or NOT_YOUR_CLASS */
export function readSession(caller: Caller, sessionId: string): SessionDetail {
  return detail(caller, requireSession(caller.db, caller, sessionId));
}

/** The registers that this account may see, newest first. */
export function readSessions(
  caller: Caller,
  filter: { classId?: string | undefined; range: DayRange },
): SessionSummary[] {
  const { db } = caller;
  return listSessions(db, filter, seenBy(registersSeen(db, caller)));
}

function markAbsent(tx: Db, caller: Caller, session: SessionRecord, endedAt: number): number {
  const unseen = unmarkedStudents(tx, session.id);
  if (unseen.length === 0) return 0;
  const code = codeInRole(tx, 'absent');
  for (const studentId of unseen) {
    markByRule(tx, caller, { sessionId: session.id, studentId, code, at: endedAt, reason: null });
  }
  return unseen.length;
}

/**
 * Ends a session and marks everyone absent whom nobody has marked, all at once or not at all.
 * @throws DomainError NOT_FOUND or SESSION_ENDED
 */
export function endSession(caller: Caller, sessionId: string): SessionDetail {
  const { db, account, live, platform } = caller;
  const { activity, endedAt } = inTransaction(db, (tx) => {
    const session = requireOpenSession(tx, caller, sessionId);
    // A clock that was set back does not end a session before its start.
    const endedAt = Math.max(platform.now(), session.startedAt);
    const markedAbsent = markAbsent(tx, caller, session, endedAt);
    closeSession(tx, sessionId, endedAt);
    const activity = recordActivity(tx, {
      at: platform.now(),
      kind: 'sessionEnded',
      actorId: account.id,
      sessionId,
      detail: { className: session.className, subjectName: session.subjectName, markedAbsent },
    });
    return { activity, endedAt };
  });
  forgetSession(db, sessionId);
  const session = readSession(caller, sessionId);
  for (const entry of session.roster) live.publish(sessionId, { kind: 'entry', entry });
  live.publish(sessionId, { kind: 'activity', activity });
  live.publish(sessionId, { kind: 'ended', endedAt });
  return session;
}
