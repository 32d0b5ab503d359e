import { type Role, STAFF, TEACHING } from '../contract/base.ts';

const ADMINS: readonly Role[] = ['admin'];
const ADMINS_AND_OFFICE: readonly Role[] = ['admin', 'office'];

/** What people look for in the log. */
export const ACTIVITY_GROUPS = ['registers', 'camera', 'enrolment', 'admin'] as const;
export type ActivityGroup = (typeof ACTIVITY_GROUPS)[number];

interface KindRules {
  group: ActivityGroup;
  readers: readonly Role[];
  /** Somebody should look at it. */
  warning?: true;
}

/**
 * Every kind of entry of the activity log, and who reads it. Teachers: what happens in registers
 * and before the camera. The office: what happens in registers, and what has left as a file. Who
 * signed in, whose faces and consents were changed, and how the school is set up is for admins.
 */
export const ACTIVITY_KINDS = {
  sessionStarted: { group: 'registers', readers: STAFF },
  sessionEnded: { group: 'registers', readers: STAFF },
  sessionReopened: { group: 'registers', readers: STAFF },
  sessionDiscarded: { group: 'registers', readers: STAFF },
  sessionReinstated: { group: 'registers', readers: STAFF },
  notHeld: { group: 'registers', readers: STAFF },
  notHeldTakenBack: { group: 'registers', readers: STAFF },
  marked: { group: 'registers', readers: STAFF },
  unmarked: { group: 'registers', readers: STAFF },
  restMarked: { group: 'registers', readers: STAFF },
  undone: { group: 'registers', readers: STAFF },
  corrected: { group: 'registers', readers: STAFF },
  awayButHere: { group: 'registers', readers: STAFF, warning: true },
  seenThoughAway: { group: 'registers', readers: STAFF, warning: true },
  guestAdded: { group: 'registers', readers: STAFF },
  guestMerged: { group: 'registers', readers: STAFF },
  guestUnmerged: { group: 'registers', readers: STAFF },
  guestDismissed: { group: 'registers', readers: STAFF },
  absencePlanned: { group: 'registers', readers: STAFF },
  absenceChanged: { group: 'registers', readers: STAFF },
  absenceCancelled: { group: 'registers', readers: STAFF },
  exported: { group: 'registers', readers: ADMINS_AND_OFFICE },
  clockChanged: { group: 'registers', readers: STAFF, warning: true },
  clockConfirmed: { group: 'registers', readers: STAFF },
  unsureFace: { group: 'camera', readers: TEACHING },
  unknownFace: { group: 'camera', readers: TEACHING },
  otherClassFace: { group: 'camera', readers: TEACHING },
  suspectedPhoto: { group: 'camera', readers: TEACHING, warning: true },
  cameraTrouble: { group: 'camera', readers: TEACHING, warning: true },
  cameraBack: { group: 'camera', readers: TEACHING },
  consentRecorded: { group: 'enrolment', readers: ADMINS },
  consentWithdrawn: { group: 'enrolment', readers: ADMINS },
  enrolled: { group: 'enrolment', readers: ADMINS },
  templateRefreshed: { group: 'enrolment', readers: ADMINS },
  templatesErased: { group: 'enrolment', readers: ADMINS },
  duplicateOverridden: { group: 'enrolment', readers: ADMINS, warning: true },
  imported: { group: 'enrolment', readers: ADMINS },
  importUndone: { group: 'enrolment', readers: ADMINS },
  studentErased: { group: 'enrolment', readers: ADMINS },
  retentionApplied: { group: 'enrolment', readers: ADMINS },
  retentionPaused: { group: 'enrolment', readers: ADMINS, warning: true },
  retentionKept: { group: 'enrolment', readers: ADMINS },
  signIn: { group: 'admin', readers: ADMINS },
  signInFailed: { group: 'admin', readers: ADMINS, warning: true },
  signOut: { group: 'admin', readers: ADMINS },
  accountChanged: { group: 'admin', readers: ADMINS },
  settingsChanged: { group: 'admin', readers: ADMINS },
  timetableChanged: { group: 'admin', readers: ADMINS },
  membershipChanged: { group: 'admin', readers: ADMINS },
  recovered: { group: 'admin', readers: ADMINS },
  copyFound: { group: 'admin', readers: ADMINS, warning: true },
  tamperingFound: { group: 'admin', readers: ADMINS, warning: true },
  passphraseChanged: { group: 'admin', readers: ADMINS },
  keyChanged: { group: 'admin', readers: ADMINS },
  backedUp: { group: 'admin', readers: ADMINS },
  restored: { group: 'admin', readers: ADMINS, warning: true },
} as const satisfies Record<string, KindRules>;

export type ActivityKind = keyof typeof ACTIVITY_KINDS;

/** In the order of the table above. */
export const activityKinds = Object.keys(ACTIVITY_KINDS) as ActivityKind[];

const rules: Record<ActivityKind, KindRules> = ACTIVITY_KINDS;

/** Whether somebody should look at entries of this kind. */
export function isWarning(kind: ActivityKind): boolean {
  return rules[kind].warning ?? false;
}

/** The kinds of entries of a group. */
export function kindsIn(group: ActivityGroup): ActivityKind[] {
  return activityKinds.filter((kind) => rules[kind].group === group);
}

/** The kinds of entries that somebody of this role may read. */
export function readableKinds(role: Role): ActivityKind[] {
  return activityKinds.filter((kind) => rules[kind].readers.includes(role));
}
