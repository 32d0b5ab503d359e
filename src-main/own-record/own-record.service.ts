import type { DayRange } from '#shared/contract/base.ts';
import type { Leaderboard, OwnRecord } from '#shared/contract/own-record.contract.ts';
import type { Student } from '#shared/contract/people.contract.ts';
import type { StudentHistory } from '#shared/contract/register.contract.ts';
import { placesShown } from '#shared/own-record/places.ts';
import { listConsents } from '../enrolment/consents.queries.ts';
import { listTemplates } from '../enrolment/templates.queries.ts';
import { readStudent } from '../people/students.service.ts';
import { marksOfStudent } from '../register/marks/student-history.queries.ts';
import { allStatuses } from '../register/statuses.queries.ts';
import type { SignedInContext } from '../rpc/call-context.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { readSchool } from '../settings/settings.queries.ts';
import { pointsOfClass } from './own-record.queries.ts';

type Caller = Pick<SignedInContext, 'db' | 'account'>;

/**
 * The student that the account signed in belongs to. Every call here goes by it and takes no
 * student from its input, so that there is no way to somebody else's record.
 * @throws DomainError FORBIDDEN for an account of no student
 */
function ownStudent({ db, account }: Caller): Student {
  if (account.studentId === null) throw new DomainError('FORBIDDEN');
  return readStudent(db, account.studentId);
}

/** What the register holds of the student signed in. */
export function readOwnRecord(caller: Caller): OwnRecord {
  const { id, studentNumber, fullName, className, email, enrolment } = ownStudent(caller);
  const templates = listTemplates(caller.db, id);
  return {
    student: { studentNumber, fullName, className, email, enrolment },
    consents: listConsents(caller.db, id),
    faceTemplates: { count: templates.length, since: templates[0]?.createdAt ?? null },
  };
}

/** The marks of the student signed in over these days, newest first. */
export function readOwnHistory(caller: Caller, range: DayRange): StudentHistory {
  const { id: studentId } = ownStudent(caller);
  const { db } = caller;
  return {
    statuses: allStatuses(db),
    entries: marksOfStudent(db, { studentId, range }, undefined),
  };
}

/** The points of the class of the student signed in, where the school shows them. */
export function readLeaderboard(caller: Caller, range: DayRange): Leaderboard {
  const { id, classId, className } = ownStudent(caller);
  if (!readSchool(caller.db).leaderboard) return { kind: 'off' };
  const students = pointsOfClass(caller.db, { classId, range });
  return { kind: 'on', className, students: students.length, places: placesShown(students, id) };
}
