import { z } from 'zod';
import { guardianRelationSchema, PHONE } from '../people/guardian.ts';
import {
  daySchema,
  idSchema,
  instantSchema,
  nameSchema,
  procedure,
  STAFF,
  studentNumberSchema,
} from './base.ts';
import { searchContract } from './search.contract.ts';

/** Minutes after the start at which an arrival counts as late; null: this class knows no late. */
const lateAfterMinutesSchema = z.number().int().min(0).max(240).nullable();

/** Exactly who is assigned to a class. */
const teacherIdsSchema = z.array(idSchema).max(200);

export const classSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** The late rule in force today. */
  lateAfterMinutes: lateAfterMinutesSchema,
  /** Every late rule of the class, earliest first; each holds until the next begins. */
  lateRules: z.array(z.object({ from: daySchema, lateAfterMinutes: lateAfterMinutesSchema })),
  studentCount: z.number().int(),
  enrolledCount: z.number().int(),
  /** Those assigned to it, by name; where there is nobody, it is open to every teacher. */
  teachers: z.array(z.object({ id: idSchema, displayName: z.string() })),
  archivedAt: instantSchema.nullable(),
});
export type SchoolClass = z.infer<typeof classSchema>;

export const subjectSchema = z.object({
  id: idSchema,
  name: z.string(),
  archivedAt: instantSchema.nullable(),
});
export type Subject = z.infer<typeof subjectSchema>;

export const enrolmentStateSchema = z.enum([
  'noConsent',
  'notEnrolled',
  'enrolled',
  'reEnrol',
  'weak',
  'sinking',
]);
/**
 * `noConsent`: nobody has agreed, or the consent was withdrawn. `notEnrolled`: consent but no
 * templates. `reEnrol`: templates of another model only. `weak`, `sinking`: enrolled, but to be
 * renewed, by what recent marks scored. `enrolled`: at least one template of this model.
 */
export type EnrolmentState = z.infer<typeof enrolmentStateSchema>;

export const studentSchema = z.object({
  id: idSchema,
  studentNumber: z.string(),
  fullName: z.string(),
  classId: idSchema,
  className: z.string(),
  email: z.string().nullable(),
  enrolment: enrolmentStateSchema,
  archivedAt: instantSchema.nullable(),
});
export type Student = z.infer<typeof studentSchema>;

/** Both days included; `to` null: still in the class. */
export const membershipSchema = z.object({
  classId: idSchema,
  className: z.string(),
  from: daySchema,
  to: daySchema.nullable(),
});
export type Membership = z.infer<typeof membershipSchema>;

const emailSchema = z.email().max(254).nullable();

const guardianFields = {
  name: nameSchema,
  relation: guardianRelationSchema,
  phone: z.string().regex(PHONE, 'A plus sign, the country code and the number.').nullable(),
  email: emailSchema,
};
export const guardianSchema = z.object({ id: idSchema, studentId: idSchema, ...guardianFields });
/** Whom to reach about a student. `phone` is E.164, such as +919876543210. */
export type Guardian = z.infer<typeof guardianSchema>;

const studentInput = z.object({
  studentNumber: studentNumberSchema,
  fullName: nameSchema,
  classId: idSchema,
  email: emailSchema,
});

export const peopleContract = {
  search: searchContract,
  classes: {
    list: procedure
      .meta({ access: STAFF })
      .input(z.object({ includeArchived: z.boolean().default(false) }))
      .output(z.array(classSchema)),
    create: procedure
      .input(
        z.object({
          name: nameSchema,
          lateAfterMinutes: lateAfterMinutesSchema,
          teacherIds: teacherIdsSchema.default([]),
        }),
      )
      .output(classSchema),
    update: procedure
      .input(
        z.object({
          id: idSchema,
          name: nameSchema.optional(),
          lateAfterMinutes: lateAfterMinutesSchema.optional(),
          teacherIds: teacherIdsSchema.optional(),
          /** The first day of that late rule, today where left out; it replaces later ones. */
          lateFrom: daySchema.optional(),
          archived: z.boolean().optional(),
        }),
      )
      .output(classSchema),
  },
  subjects: {
    list: procedure
      .meta({ access: STAFF })
      .input(z.object({ includeArchived: z.boolean().default(false) }))
      .output(z.array(subjectSchema)),
    create: procedure.input(z.object({ name: nameSchema })).output(subjectSchema),
    update: procedure
      .input(
        z.object({ id: idSchema, name: nameSchema.optional(), archived: z.boolean().optional() }),
      )
      .output(subjectSchema),
  },
  students: {
    /** Ordered by class, then name. `search` matches name or student number, case-insensitively. */
    list: procedure
      .meta({ access: STAFF })
      .input(
        z.object({
          classId: idSchema.optional(),
          search: z.string().trim().max(120).default(''),
          includeArchived: z.boolean().default(false),
        }),
      )
      .output(z.array(studentSchema)),
    get: procedure
      .meta({ access: STAFF })
      .input(z.object({ id: idSchema }))
      .output(studentSchema),
    /** How many active students have faces to be enrolled again, of an older model or aged. */
    facesDue: procedure.output(z.object({ outdated: z.number().int(), aged: z.number().int() })),
    /** Which class the student belonged to on which days, newest first. */
    memberships: procedure
      .meta({ access: STAFF })
      .input(z.object({ id: idSchema }))
      .output(z.array(membershipSchema)),
    /** The student has been in the present class since this day, not in the future. */
    setClassFrom: procedure
      .input(z.object({ id: idSchema, day: daySchema }))
      .output(z.array(membershipSchema)),
    create: procedure
      .input(
        studentInput.extend({
          /** The first day in the class, today where left out. */
          classFrom: daySchema.optional(),
        }),
      )
      .output(studentSchema),
    /** A move to another class is from `classFrom` on, today where left out; never in the future. */
    update: procedure
      .input(
        studentInput.partial().extend({
          id: idSchema,
          classFrom: daySchema.optional(),
          archived: z.boolean().optional(),
        }),
      )
      .output(studentSchema),
  },
  guardians: {
    /** In the order they were added. */
    list: procedure
      .meta({ access: STAFF })
      .input(z.object({ studentId: idSchema }))
      .output(z.array(guardianSchema)),
    create: procedure
      .input(z.object({ studentId: idSchema, ...guardianFields }))
      .output(guardianSchema),
    update: procedure.input(z.object({ id: idSchema, ...guardianFields })).output(guardianSchema),
    remove: procedure.input(z.object({ id: idSchema })),
  },
};
