import type { Status } from '#shared/contract/register.contract.ts';

/** The six ways a student can stand in a register, each with its own shape. */
export type StatusLook = 'present' | 'late' | 'absent' | 'excused' | 'unsure' | 'unmarked';

/** The letter on the badge, unless the school's own code stands there. */
export const LOOK_LETTERS: Record<StatusLook, string> = {
  present: 'P',
  late: 'L',
  absent: 'A',
  excused: 'E',
  unsure: '?',
  unmarked: '–',
};

/** The shape of a status: by its meaning, and late apart from present. Null: nobody has marked yet. */
export function lookOfStatus(status: Status | null, unsure = false): StatusLook {
  if (!status) return unsure ? 'unsure' : 'unmarked';
  if (status.meaning === 'absent') return 'absent';
  if (status.meaning === 'ignored') return 'excused';
  const { roles } = status;
  return roles.includes('late') && !roles.includes('present') ? 'late' : 'present';
}
