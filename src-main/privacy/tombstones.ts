import { existsSync, readFileSync } from 'node:fs';
import { and, eq, isNotNull, max } from 'drizzle-orm';
import { z } from 'zod';
import { writeFileAtomically } from '../app/atomic-write.ts';
import type { RegisterFiles } from '../app/register-files.ts';
import type { Db } from '../db/database.ts';
import { activity, consents } from '../db/schema/index.ts';

const tombstonesSchema = z.object({
  version: z.literal(1),
  /** Students who were erased. */
  students: z.array(z.uuid()),
  /** Consents that were withdrawn. */
  consents: z.array(z.uuid()),
  /** Students whose faces were erased, by a rule or by hand, and when that was last. */
  faces: z.array(z.object({ studentId: z.uuid(), erasedAt: z.number().int() })).default([]),
});

/**
 * What must not come back with an older backup, by random ids alone. Kept in a file beside the
 * database too, out of reach of a restore and of a database that cannot be read any more.
 */
export type Tombstones = Omit<z.infer<typeof tombstonesSchema>, 'version'>;

export const NO_TOMBSTONES: Tombstones = { students: [], consents: [], faces: [] };

/** Whose faces were erased, and when that was last; these entries outlast every rule. */
function facesErased(db: Db): Tombstones['faces'] {
  const { studentId, at, kind } = activity;
  const rows = db
    .select({ studentId, erasedAt: max(at) })
    .from(activity)
    .where(and(eq(kind, 'templatesErased'), isNotNull(studentId)))
    .groupBy(studentId)
    .all();
  return rows.flatMap((row) =>
    row.studentId === null || row.erasedAt === null
      ? []
      : { studentId: row.studentId, erasedAt: row.erasedAt },
  );
}

/** Those that the register itself knows. */
export function tombstonesIn(db: Db): Tombstones {
  const erased = db
    .selectDistinct({ id: activity.studentId })
    .from(activity)
    .where(and(eq(activity.kind, 'studentErased'), isNotNull(activity.studentId)))
    .all();
  const withdrawn = db
    .select({ id: consents.id })
    .from(consents)
    .where(isNotNull(consents.withdrawnAt))
    .all();
  return {
    students: erased.flatMap(({ id }) => id ?? []),
    consents: withdrawn.map(({ id }) => id),
    faces: facesErased(db),
  };
}

/** Those of the file; null where there is none, or none that can be understood. */
export function readTombstones({ tombstones: path }: RegisterFiles): Tombstones | null {
  if (!existsSync(path)) return null;
  const text = readFileSync(path, 'utf8');
  try {
    const { version: _version, ...kept } = tombstonesSchema.parse(JSON.parse(text));
    return kept;
  } catch {
    // Said to be unknown rather than taken for empty; the next start writes it anew.
    return null;
  }
}

const union = (one: readonly string[], other: readonly string[]) =>
  [...new Set([...one, ...other])].toSorted();

/** One entry a student, with the later moment. */
function latestOf(all: Tombstones['faces']): Tombstones['faces'] {
  const byStudent = new Map<string, number>();
  for (const { studentId, erasedAt } of all) {
    byStudent.set(studentId, Math.max(erasedAt, byStudent.get(studentId) ?? erasedAt));
  }
  return [...byStudent.keys()]
    .toSorted()
    .map((studentId) => ({ studentId, erasedAt: byStudent.get(studentId) ?? 0 }));
}

/** Adds those that the register knows to the file, and returns them all. @throws storage errors */
export function keepTombstones(files: RegisterFiles, db: Db): Tombstones {
  const kept = readTombstones(files);
  const known = tombstonesIn(db);
  const all: Tombstones = {
    students: union(kept?.students ?? [], known.students),
    consents: union(kept?.consents ?? [], known.consents),
    faces: latestOf([...(kept?.faces ?? []), ...known.faces]),
  };
  if (JSON.stringify(all) !== JSON.stringify(kept)) {
    writeFileAtomically(files.tombstones, `${JSON.stringify({ version: 1, ...all })}\n`);
  }
  return all;
}
