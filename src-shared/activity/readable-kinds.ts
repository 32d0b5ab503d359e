import { assertNever } from '../assert-never.ts';
import { type ActivityKind, activityKindSchema } from '../contract/activity.contract.ts';
import type { Role } from '../contract/base.ts';

/**
 * What a teacher may read: what happens in registers and before the camera. Who signed in, whose
 * faces and consents were changed, and how the school is set up is for admins. A new kind of
 * entry has to be decided on here.
 */
const FOR_TEACHERS: Record<ActivityKind, boolean> = {
  sessionStarted: true,
  sessionEnded: true,
  sessionReopened: true,
  sessionDiscarded: true,
  sessionReinstated: true,
  notHeld: true,
  notHeldTakenBack: true,
  marked: true,
  unmarked: true,
  corrected: true,
  awayButHere: true,
  guestAdded: true,
  guestMerged: true,
  guestDismissed: true,
  absencePlanned: true,
  absenceChanged: true,
  absenceCancelled: true,
  unsureFace: true,
  unknownFace: true,
  otherClassFace: true,
  suspectedPhoto: true,
  cameraTrouble: true,
  cameraBack: true,
  signIn: false,
  signInFailed: false,
  signOut: false,
  consentRecorded: false,
  consentWithdrawn: false,
  enrolled: false,
  templateRefreshed: false,
  templatesErased: false,
  duplicateOverridden: false,
  accountChanged: false,
  settingsChanged: false,
  timetableChanged: false,
  membershipChanged: false,
  exported: false,
  imported: false,
  importUndone: false,
  recovered: false,
  backedUp: false,
  restored: false,
};

/** The kinds of entries of the activity log that somebody of this role may read. */
export function readableKinds(role: Role): readonly ActivityKind[] {
  switch (role) {
    case 'admin':
      return activityKindSchema.options;
    case 'teacher':
      return activityKindSchema.options.filter((kind) => FOR_TEACHERS[kind]);
    default:
      return assertNever(role);
  }
}
