import { type ActivityKind, activityKindSchema } from '../contract/activity.contract.ts';
import { type Role, STAFF, TEACHING } from '../contract/base.ts';

const ADMINS: readonly Role[] = ['admin'];
const ADMINS_AND_OFFICE: readonly Role[] = ['admin', 'office'];

/**
 * Who reads which entries. Teachers: what happens in registers and before the camera. The office:
 * what happens in registers, and what has left as a file. Who signed in, whose faces and consents
 * were changed, and how the school is set up is for admins. A new kind of entry has to be decided
 * on here.
 */
const READERS: Record<ActivityKind, readonly Role[]> = {
  sessionStarted: STAFF,
  sessionEnded: STAFF,
  sessionReopened: STAFF,
  sessionDiscarded: STAFF,
  sessionReinstated: STAFF,
  notHeld: STAFF,
  notHeldTakenBack: STAFF,
  marked: STAFF,
  unmarked: STAFF,
  restMarked: STAFF,
  undone: STAFF,
  corrected: STAFF,
  awayButHere: STAFF,
  guestAdded: STAFF,
  guestMerged: STAFF,
  guestUnmerged: STAFF,
  guestDismissed: STAFF,
  absencePlanned: STAFF,
  absenceChanged: STAFF,
  absenceCancelled: STAFF,
  unsureFace: TEACHING,
  unknownFace: TEACHING,
  otherClassFace: TEACHING,
  suspectedPhoto: TEACHING,
  cameraTrouble: TEACHING,
  cameraBack: TEACHING,
  signIn: ADMINS,
  signInFailed: ADMINS,
  signOut: ADMINS,
  consentRecorded: ADMINS,
  consentWithdrawn: ADMINS,
  enrolled: ADMINS,
  templateRefreshed: ADMINS,
  templatesErased: ADMINS,
  duplicateOverridden: ADMINS,
  accountChanged: ADMINS,
  settingsChanged: ADMINS,
  timetableChanged: ADMINS,
  membershipChanged: ADMINS,
  exported: ADMINS_AND_OFFICE,
  imported: ADMINS,
  importUndone: ADMINS,
  clockChanged: STAFF,
  clockConfirmed: STAFF,
  recovered: ADMINS,
  tamperingFound: ADMINS,
  passphraseChanged: ADMINS,
  keyChanged: ADMINS,
  backedUp: ADMINS,
  restored: ADMINS,
  studentErased: ADMINS,
  retentionApplied: ADMINS,
  retentionKept: ADMINS,
};

/** The kinds of entries of the activity log that somebody of this role may read. */
export function readableKinds(role: Role): readonly ActivityKind[] {
  return activityKindSchema.options.filter((kind) => READERS[kind].includes(role));
}
