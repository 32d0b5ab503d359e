import { oc } from '@orpc/contract';
import { z } from 'zod';

/** What an account may do. Checked in the main process before any handler runs. */
export const roleSchema = z.enum(['admin', 'teacher', 'office', 'student']);
export type Role = z.infer<typeof roleSchema>;

/** Those who take registers. */
export const TEACHING = ['admin', 'teacher'] as const satisfies readonly Role[];
/** Everybody who works at the school; the office reads and exports, and changes nothing. */
export const STAFF = [...TEACHING, 'office'] as const satisfies readonly Role[];

/**
 * Who may call a procedure: `anyone` even before sign-in, `anyRole` whoever is signed in,
 * students too, or the roles named. docs/permissions.md is made from this.
 */
export type Access = 'anyone' | 'anyRole' | readonly Role[];

/** What an account made by hand may be; a student's belongs to a student, and is made from there. */
export const staffRoleSchema = roleSchema.exclude(['student']);
export type StaffRole = z.infer<typeof staffRoleSchema>;

/** Whether this role may call a procedure of this access; null: nobody is signed in. */
export function admits(access: Access, role: Role | null): boolean {
  if (access === 'anyone') return true;
  return role !== null && (access === 'anyRole' || access.includes(role));
}

export interface ProcedureMeta {
  access: Access;
  /** What of it each may reach, in words for docs/permissions.md. */
  within?: string;
  /** Served also while the window is locked and waits for the password. */
  whileLocked?: true;
  /** Served also while a temporary password has yet to be changed. */
  whilePasswordDue?: true;
}

/**
 * Errors every procedure may raise. The code says what happened, `data` holds what
 * the screen needs to say it well; words are made in one place in the renderer.
 */
export const commonErrors = {
  UNAUTHENTICATED: { message: 'Nobody is signed in.' },
  FORBIDDEN: { message: 'This account may not do that.' },
  NOT_YOUR_CLASS: {
    message: 'Other teachers are assigned to this class.',
    data: z.object({ className: z.string() }),
  },
  LOCKED: { message: 'The window is locked until the password is typed.' },
  PASSWORD_DUE: { message: 'The temporary password has to be changed first.' },
  NOT_FOUND: { message: 'It does not exist.', data: z.object({ what: z.string() }).optional() },
  CONFLICT: {
    message: 'It clashes with something that exists.',
    data: z.object({ what: z.string(), name: z.string().optional() }).optional(),
  },
  INVALID: {
    message: 'The input is not acceptable.',
    data: z.object({ field: z.string().optional(), why: z.string() }).optional(),
  },
  NOT_READY: { message: 'The register is not open yet.' },
  STORAGE_FULL: { message: 'The disk is full.' },
  STORAGE_READ_ONLY: { message: 'The data folder cannot be written to.' },
  STORAGE_GONE: { message: 'The data folder, or the disk under it, is not there.' },
  STORAGE_BUSY: { message: 'Another program holds the register.' },
} as const;

/** The root of every procedure in the contract; the default is that admins alone may call it. */
export const procedure = oc.$meta<ProcedureMeta>({ access: ['admin'] }).errors(commonErrors);

export const idSchema = z.uuid();
/** Milliseconds since the Unix epoch, UTC. */
export const instantSchema = z.number().int().nonnegative();
/** A calendar day where the school is, as YYYY-MM-DD. */
export const daySchema = z.iso.date();
/** A name people read: trimmed, not empty, at most 120 characters, no control characters. */
export const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[^\p{Cc}]*$/u, 'No control characters.');
/** A student's number as the school writes it. Text: leading zeros are kept. */
export const studentNumberSchema = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[^\p{Cc}]*$/u, 'No control characters.');
export const dayRangeSchema = z
  .object({ from: daySchema, to: daySchema })
  .refine((range) => range.from <= range.to, { message: 'The first day is after the last.' });
export type DayRange = z.infer<typeof dayRangeSchema>;

/** Changes to some of an object's fields; a field that is given as undefined is not changed. */
export function changesTo<T extends z.ZodRawShape>(schema: z.ZodObject<T>) {
  const fields = schema.partial();
  return fields.transform((changes) => {
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    return Object.fromEntries(given) as z.output<typeof fields>;
  });
}

export const nothing = z.object({});
