import type { MembershipSpan } from '#shared/people/membership-spans.ts';
import { holdsOn } from '#shared/timetable/validity.ts';
import type { Db } from '../db/database.ts';
import { newId } from '../db/new-id.ts';
import { classes, classMemberships, sessionRoster, sessions } from '../db/schema/index.ts';
import { dayAt } from '../people/school-day.ts';
import { readSchool } from '../settings/settings.queries.ts';
import type { Importer } from './importer.ts';
import { inBatches } from './imports.queries.ts';
import type { PlacedMark, Target } from './place-marks.ts';

type NewTarget = Extract<Target, { kind: 'new' }>;
type Membership = MembershipSpan & { studentId: string };

/** Who was in each class when, by class. */
function membersByClass(tx: Db): ReadonlyMap<string, Membership[]> {
  const { studentId, classId, fromDay, toDay } = classMemberships;
  const rows = tx
    .select({ studentId, classId, from: fromDay, to: toDay })
    .from(classMemberships)
    .all();
  return Map.groupBy(rows, (row) => row.classId);
}

/**
 * Makes the registers that marks of a list need: closed in the minute they begin, of whoever
 * imports them, with everybody who was in the class that day on the roster. Whom the list does
 * not name stays unmarked: the list does not say that they were away. Returns which session each
 * mark goes into.
 */
export function makeRegisters(
  tx: Db,
  { account, platform }: Importer,
  { importId, taken }: { importId: string; taken: readonly { placed: PlacedMark }[] },
): (placed: PlacedMark) => string {
  const targets = new Map<string, NewTarget>();
  for (const { placed } of taken) {
    if (placed.target.kind === 'new') targets.set(placed.target.key, placed.target);
  }
  const { deviceId, livenessPolicy } = readSchool(tx);
  const names = new Map(
    tx
      .select({ id: classes.id, name: classes.name })
      .from(classes)
      .all()
      .map(({ id, name }) => [id, name]),
  );
  const members = membersByClass(tx);
  const made = [...targets.values()].map((target) => ({ id: newId(), ...target }));
  inBatches(made, (some) => {
    const rows = some.map(({ id, classId, subjectId, at }) => ({
      ...{ id, classId, subjectId, deviceId, livenessPolicy, importId },
      ...{ teacherId: account.id, startedAt: at, endedAt: at },
      utcOffsetMinutes: platform.utcOffsetMinutes(at),
    }));
    tx.insert(sessions).values(rows).run();
  });
  const rosters = made.flatMap(({ id: sessionId, classId, at }) => {
    const day = dayAt(at, platform.utcOffsetMinutes(at));
    const present = (members.get(classId) ?? []).filter((span) => holdsOn(span, day));
    const className = names.get(classId) ?? '';
    return present.map(({ studentId }) => ({ sessionId, studentId, className, inClass: true }));
  });
  inBatches(rosters, (some) => tx.insert(sessionRoster).values(some).run());
  const ids = new Map(made.map(({ key, id }) => [key, id]));
  return ({ target }) => {
    const id = target.kind === 'existing' ? target.session.id : ids.get(target.key);
    if (id === undefined) throw new Error('The register of a mark to be imported was not made.');
    return id;
  };
}
