import { z } from 'zod';
import { RETENTION, type RetentionRule, STUDENT_RULES } from '../privacy/retention.ts';
import { daySchema, idSchema, instantSchema, procedure } from './base.ts';

/** What stays behind after an erasure, for whoever has to answer for it. */
export const erasureSchema = z.object({
  templatesErased: z.number().int(),
  /** Reasons typed with the student's marks: they are part of the log and cannot be changed. */
  reasonsKept: z.number().int(),
  /** Backups made before, which still hold the student, encrypted. */
  backups: z.number().int(),
});
export type Erasure = z.infer<typeof erasureSchema>;

function timeFor(rule: RetentionRule) {
  const { least, most } = RETENTION[rule];
  return z.number().int().min(least).max(most).nullable();
}

/** After how long each goes, in the units of `RETENTION`; null: never. */
export const retentionRulesSchema = z.object({
  unusedFaces: timeFor('unusedFaces'),
  formerStudents: timeFor('formerStudents'),
  activity: timeFor('activity'),
  importCopies: timeFor('importCopies'),
  absenceReasons: timeFor('absenceReasons'),
});

export const studentRuleSchema = z.enum(STUDENT_RULES);

/** A student of whom a rule will erase something. */
export const dueStudentSchema = z.object({
  studentId: idSchema,
  studentNumber: z.string(),
  fullName: z.string(),
  className: z.string(),
  rule: studentRuleSchema,
  /** The day from which the time counts: last recognised, or archived. */
  since: daySchema,
  eraseOn: daySchema,
  /** An admin has said that it stays nevertheless. */
  kept: z.boolean(),
});
export type DueStudent = z.infer<typeof dueStudentSchema>;

/** What rules would remove: students of the months ahead, and what else is due by now. */
export const retentionPlanSchema = z.object({
  students: z.array(dueStudentSchema),
  activity: z.number().int(),
  importCopies: z.number().int(),
  absenceReasons: z.number().int(),
});
export type RetentionPlan = z.infer<typeof retentionPlanSchema>;

/** How much a run removed, by rule; of students how many, of the others how many records. */
export const removedSchema = z.object({
  unusedFaces: z.number().int(),
  formerStudents: z.number().int(),
  activity: z.number().int(),
  importCopies: z.number().int(),
  absenceReasons: z.number().int(),
});
export type Removed = z.infer<typeof removedSchema>;

export const retentionStatusSchema = z.object({
  rules: retentionRulesSchema,
  /** Before this day nothing is removed; null once it has come. */
  holdUntil: daySchema.nullable(),
  lastRunAt: instantSchema.nullable(),
  lastRemoval: z.object({ at: instantSchema, removed: removedSchema }).nullable(),
  /** The rules wait for open registers to be closed. */
  waitsForRegister: z.boolean(),
  /** The clock is in doubt: nothing is announced or removed until somebody says that it is right. */
  waitsForClock: z.boolean(),
  plan: retentionPlanSchema,
});
export type RetentionStatus = z.infer<typeof retentionStatusSchema>;

export const privacyContract = {
  /**
   * Erases who a student was, for good: faces, name, number, address and every note about the
   * student. Marks stay, under "Erased student". The number is typed once more to be sure.
   */
  eraseStudent: procedure
    .input(
      z.object({
        studentId: idSchema,
        studentNumber: z.string().trim().max(40),
        reason: z.string().trim().min(3).max(300),
      }),
    )
    .output(erasureSchema),
  retention: procedure.output(retentionStatusSchema),
  /** What rules would remove that are not in force yet; writes nothing. */
  planRetention: procedure.input(retentionRulesSchema).output(retentionPlanSchema),
  /** Nothing is removed in the first days under new rules. */
  setRetention: procedure.input(retentionRulesSchema).output(retentionStatusSchema),
  /** Keeps what a rule would erase of a student, or lets it go after all. */
  keepStudent: procedure
    .input(z.object({ studentId: idSchema, rule: studentRuleSchema, keep: z.boolean() }))
    .output(retentionStatusSchema),
  /** Of how many students admins have been told that something will be erased, and when first. */
  retentionNotices: procedure.output(
    z.object({ students: z.number().int(), eraseOn: daySchema.nullable() }),
  ),
};
