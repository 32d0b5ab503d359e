import { assertNever } from '#shared/assert-never.ts';
import type { Account } from '#shared/contract/accounts.contract.ts';
import type { Db } from '../db/database.ts';
import type { Platform } from '../platform.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { classesTimetabled, standInsOn, teachersByClass } from './class-access.queries.ts';
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
 * assigned to the teacher, those of the teacher's lessons by the timetable in force, those
 * that the teacher stands in for today, and those that nobody is assigned to. The one place that
 * decides it.
 */
export function visibleClasses(db: Db, { account, platform }: Asker): VisibleClasses {
  switch (account.role) {
    case 'admin':
    case 'office':
      return 'all';
    case 'student':
      return new Set();
    case 'teacher': {
      const day = today(platform);
      const standIns = standInsOn(db, account.id, day);
      const timetabled = classesTimetabled(db, [account.id, ...standIns.teacherIds], day);
      const mine = [...teachersByClass(db)].filter(
        ([classId, teachers]) =>
          teachers.length === 0 ||
          teachers.includes(account.id) ||
          standIns.classIds.has(classId) ||
          timetabled.has(classId) ||
          teachers.some((teacher) => standIns.teacherIds.has(teacher)),
      );
      return new Set(mine.map(([classId]) => classId));
    }
    default:
      return assertNever(account.role);
  }
}

/** Registers are seen by who has taken them, and by their class; either is enough. */
export interface RegistersSeen {
  teacherIds: ReadonlySet<string>;
  classes: VisibleClasses;
}

/**
 * The registers that an account sees: its own, those of the teachers that it stands in for today,
 * and those of the classes that it sees.
 */
export function registersSeen(db: Db, asker: Asker): RegistersSeen {
  const { account, platform } = asker;
  const { teacherIds } = standInsOn(db, account.id, today(platform));
  return { teacherIds: teacherIds.add(account.id), classes: visibleClasses(db, asker) };
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
