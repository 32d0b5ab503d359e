import { assertNever } from '#shared/assert-never.ts';
import type { Account } from '#shared/contract/accounts.contract.ts';
import type { Db } from '../db/database.ts';
import type { Platform } from '../platform.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { standInsOn, teachersByClass } from './class-access.queries.ts';
import { findClass } from './classes.queries.ts';
import { dayAt } from './school-day.ts';

/** Who asks, and by which clock. */
export interface Asker {
  account: Account;
  platform: Platform;
}

/** `all`, or the classes named. */
export type VisibleClasses = 'all' | ReadonlySet<string>;

/** The calendar day at the school now. */
export function today(platform: Platform): string {
  const now = platform.now();
  return dayAt(now, platform.utcOffsetMinutes(now));
}

/**
 * The classes that an account may see, and take where its role takes registers: every one for an
 * admin and the office, none for a student, for whom there is the own record; for a teacher those
 * assigned to the teacher, those that the teacher stands in for today, and those that nobody is
 * assigned to. The one place that decides it.
 */
export function visibleClasses(db: Db, { account, platform }: Asker): VisibleClasses {
  switch (account.role) {
    case 'admin':
    case 'office':
      return 'all';
    case 'student':
      return new Set();
    case 'teacher': {
      const standIns = standInsOn(db, account.id, today(platform));
      const mine = [...teachersByClass(db)].filter(
        ([classId, teachers]) =>
          teachers.length === 0 ||
          teachers.includes(account.id) ||
          standIns.classIds.has(classId) ||
          teachers.some((teacher) => standIns.teacherIds.has(teacher)),
      );
      return new Set(mine.map(([classId]) => classId));
    }
    default:
      return assertNever(account.role);
  }
}

export function isVisible(visible: VisibleClasses, classId: string): boolean {
  return visible === 'all' || visible.has(classId);
}

/** @throws DomainError NOT_YOUR_CLASS; a class that does not exist is for others to refuse */
export function requireVisibleClass(db: Db, asker: Asker, classId: string): void {
  if (isVisible(visibleClasses(db, asker), classId)) return;
  const found = findClass(db, classId);
  if (found) throw new DomainError('NOT_YOUR_CLASS', { className: found.name });
}
