export { plannedAbsences } from './absences.schema.ts';
export { classTeachers, substitutions } from './access.schema.ts';
export { accounts, unknownNames } from './accounts.schema.ts';
export { activity } from './activity.schema.ts';
export { clockChanges, clockSeen } from './clock.schema.ts';
export {
  consents,
  faceRenewals,
  lookAlikeChecks,
  lookAlikes,
  templates,
} from './enrolment.schema.ts';
export { sessionGuests } from './guests.schema.ts';
export { importChanges, imports } from './imports.schema.ts';
export { outbox } from './outbox.schema.ts';
export {
  classes,
  classMemberships,
  guardians,
  lateRules,
  students,
  subjects,
} from './people.schema.ts';
export {
  attendance,
  attendanceEvents,
  eventHeads,
  sessionCodeTotals,
  sessionRoster,
  sessions,
  sessionTotals,
  statuses,
  statusRoles,
} from './register.schema.ts';
export { retention, retentionNotices } from './retention.schema.ts';
export { school } from './school.schema.ts';
export { holidays, lessons, lessonsNotHeld, terms } from './timetable.schema.ts';
