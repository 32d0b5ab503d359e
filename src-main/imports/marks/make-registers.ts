import { and, eq, gte, isNull, lte, or, sql } from 'drizzle-orm';
import type { Db } from '../../db/database.ts';
import { newId } from '../../db/new-id.ts';
import { classes, classMemberships, sessionRoster, sessions } from '../../db/schema/index.ts';
import { dayAt } from '../../people/school-day.ts';
import { readSchool } from '../../settings/settings.queries.ts';
import type { Importer } from '../importer.ts';
import { inBatches } from '../imports.queries.ts';
import type { PlacedMark, Target } from './place-marks.ts';

type NewTarget = Extract<Target, { kind: 'new' }>;
/** Puts everybody on the roster who was in the class on that day. */
function insertMembers(tx: Db, sessionId: string, classId: string, day: string): void {
  const { studentId, fromDay, toDay } = classMemberships;
  const wasIn = and(
    eq(classMemberships.classId, classId),
    lte(fromDay, day),
    or(isNull(toDay), gte(toDay, day)),
  );
  const members = tx
    .selectDistinct({
      sessionId: sql<string>`${sessionId}`.as('session_id'),
      studentId,
      className: classes.name,
      inClass: sql<boolean>`1`.as('in_class'),
    })
    .from(classMemberships)
    .innerJoin(classes, eq(classes.id, classMemberships.classId))
    .where(wasIn);
  tx.insert(sessionRoster).select(members).run();
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
  {
    importId,
    taken,
    subjectOf,
  }: {
    importId: string;
    taken: readonly { placed: PlacedMark }[];
    /** The subject that a target names, which the import may have made. */
    subjectOf: (subjectId: string) => string;
  },
): (placed: PlacedMark) => string {
  const targets = new Map<string, NewTarget>();
  for (const { placed } of taken) {
    if (placed.target.kind === 'new') targets.set(placed.target.key, placed.target);
  }
  const { deviceId, livenessPolicy } = readSchool(tx);
  const made = [...targets.values()].map((target) => ({ id: newId(), ...target }));
  inBatches(made, (some) => {
    const rows = some.map(({ id, classId, subjectId, at }) => ({
      ...{ id, classId, subjectId: subjectOf(subjectId), deviceId, livenessPolicy, importId },
      ...{ teacherId: account.id, startedAt: at, endedAt: at },
      utcOffsetMinutes: platform.utcOffsetMinutes(at),
    }));
    tx.insert(sessions).values(rows).run();
  });
  for (const { id, classId, at } of made) {
    insertMembers(tx, id, classId, dayAt(at, platform.utcOffsetMinutes(at)));
  }
  const ids = new Map(made.map(({ key, id }) => [key, id]));
  return ({ target }) => {
    const id = target.kind === 'existing' ? target.session.id : ids.get(target.key);
    if (id === undefined) throw new Error('The register of a mark to be imported was not made.');
    return id;
  };
}
