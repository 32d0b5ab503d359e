import type { OnSite, StandingOnSite } from '#shared/contract/reports.contract.ts';
import { isVisible, today, visibleClasses } from '../people/class-access.service.ts';
import { nameOrder } from '../people/text-keys.ts';
import type { Caller } from '../register/caller.ts';
import { guestsOfDay, type MarkOfDay, marksOfDay, studentsInUse } from './on-site.queries.ts';

/** What one more mark, later than those before, says of where a student is. */
function afterMark(before: StandingOnSite | undefined, mark: MarkOfDay): StandingOnSite {
  const { at, meaning, className, subjectName, teacherName, room } = mark;
  if (meaning === 'present') {
    return { kind: 'present', place: { className, subjectName, teacherName, room, at } };
  }
  if (before?.kind === 'present') {
    return { kind: 'presentEarlier', place: before.place, missedAt: at };
  }
  // Whoever was seen in the morning may still be in the building: being missed twice changes nothing.
  if (before?.kind === 'presentEarlier') return before;
  return { kind: meaning === 'absent' ? 'absent' : 'excused', at };
}

function standings(marks: readonly MarkOfDay[]): Map<string, StandingOnSite> {
  const standing = new Map<string, StandingOnSite>();
  for (const mark of marks) {
    standing.set(mark.studentId, afterMark(standing.get(mark.studentId), mark));
  }
  return standing;
}

/**
 * Where everyone in the classes that the caller sees was last seen today, in whatever register
 * that was, also one of another teacher's: it is read when people must be found.
 */
export function readOnSite(caller: Caller): OnSite {
  const { db, platform } = caller;
  const visible = visibleClasses(db, caller);
  const day = today(platform);
  const standing = standings(marksOfDay(db, day));
  const classes = new Map<string, OnSite['classes'][number]>();
  for (const { classId, className, ...student } of studentsInUse(db)) {
    if (!isVisible(visible, classId)) continue;
    const entry = classes.get(classId) ?? { classId, className, students: [] };
    classes.set(classId, entry);
    entry.students.push({
      ...student,
      standing: standing.get(student.studentId) ?? { kind: 'notMarked' },
    });
  }
  for (const { students } of classes.values()) {
    students.sort((a, b) => nameOrder.compare(a.fullName, b.fullName));
  }
  const byName = [...classes.values()].sort((a, b) => nameOrder.compare(a.className, b.className));
  const guests = guestsOfDay(db, day)
    .filter(({ classId }) => isVisible(visible, classId))
    .map(({ id, name, classId: _class, ...place }) => ({ id, name, place }));
  return { at: platform.now(), classes: byName, guests };
}
