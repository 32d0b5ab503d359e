import { z } from 'zod';
import { guardianRelationSchema } from '#shared/people/guardian.ts';
import type { KnownStudent } from './known-students.ts';

const snapshotSchema = z.object({
  fullName: z.string(),
  classId: z.string(),
  email: z.string().nullable(),
  guardians: z.array(
    z.object({
      name: z.string(),
      relation: guardianRelationSchema,
      phone: z.string().nullable(),
      email: z.string().nullable(),
    }),
  ),
});
/** What an import may change of a student, as it was at one moment. */
export type StudentSnapshot = z.infer<typeof snapshotSchema>;

export function snapshotOf(student: StudentSnapshot | KnownStudent): StudentSnapshot {
  return snapshotSchema.parse(student);
}

export function readSnapshot(text: string): StudentSnapshot {
  return snapshotSchema.parse(JSON.parse(text));
}

/** The same text for snapshots that are equal. */
export function snapshotText(student: StudentSnapshot | KnownStudent): string {
  return JSON.stringify(snapshotOf(student));
}
