import { z } from 'zod';

/** How a status counts: at school, not at school, or neither (excused, holiday). */
export const meaningSchema = z.enum(['present', 'absent', 'ignored']);
export type Meaning = z.infer<typeof meaningSchema>;

/**
 * What the app itself gives a status for: `present` to a face on time, `late` to one after the
 * late rule, `absent` to whoever nobody has marked when the register is closed, `excused` to
 * whoever is known in advance to be away.
 */
export const statusRoleSchema = z.enum(['present', 'late', 'absent', 'excused']);
export type StatusRole = z.infer<typeof statusRoleSchema>;

/** The meaning that a status needs to play a role. */
export const ROLE_MEANING: Record<StatusRole, Meaning> = {
  present: 'present',
  late: 'present',
  absent: 'absent',
  excused: 'ignored',
};

/** Colours that keep their contrast in light and dark; the badge differs by letter and shape too. */
export const statusColourSchema = z.enum([
  'green',
  'yellow',
  'red',
  'blue',
  'orange',
  'teal',
  'pink',
  'grey',
]);
export type StatusColour = z.infer<typeof statusColourSchema>;

/** A code of the school's, such as P, L, A, E. */
export const statusSchema = z.object({
  code: z.string(),
  label: z.string(),
  meaning: meaningSchema,
  points: z.number(),
  colour: statusColourSchema,
  /** The key that sets it in a list, lower case; null: none. */
  shortcut: z.string().nullable(),
  roles: z.array(statusRoleSchema),
});
export type Status = z.infer<typeof statusSchema>;

/** The status that plays a role: there is always one in use. */
export function statusInRole(statuses: readonly Status[], role: StatusRole): Status {
  const found = statuses.find(({ roles }) => roles.includes(role));
  if (!found) throw new Error(`No status plays the role ${role}.`);
  return found;
}
