import { readableKinds } from '#shared/activity/readable-kinds.ts';
import type { ActivityKind } from '#shared/contract/activity.contract.ts';
import type { Role } from '#shared/contract/base.ts';

/** The kinds of entries by what people look for; `all` asks for every kind. */
export const ACTIVITY_GROUPS = {
  all: undefined,
  registers: [
    'sessionStarted',
    'sessionEnded',
    'sessionReopened',
    'sessionDiscarded',
    'sessionReinstated',
    'notHeld',
    'notHeldTakenBack',
    'marked',
    'unmarked',
    'restMarked',
    'undone',
    'corrected',
    'exported',
    'awayButHere',
    'guestAdded',
    'guestMerged',
    'guestUnmerged',
    'guestDismissed',
    'absencePlanned',
    'absenceChanged',
    'absenceCancelled',
    'clockChanged',
    'clockConfirmed',
  ],
  camera: [
    'unsureFace',
    'unknownFace',
    'otherClassFace',
    'suspectedPhoto',
    'cameraTrouble',
    'cameraBack',
  ],
  enrolment: [
    'consentRecorded',
    'consentWithdrawn',
    'enrolled',
    'templateRefreshed',
    'templatesErased',
    'duplicateOverridden',
    'imported',
    'importUndone',
    'studentErased',
    'retentionApplied',
    'retentionKept',
  ],
  admin: [
    'signIn',
    'signInFailed',
    'signOut',
    'accountChanged',
    'settingsChanged',
    'timetableChanged',
    'membershipChanged',
    'recovered',
    'tamperingFound',
    'passphraseChanged',
    'keyChanged',
    'backedUp',
    'restored',
  ],
} as const satisfies Record<string, readonly ActivityKind[] | undefined>;

export type ActivityGroup = keyof typeof ACTIVITY_GROUPS;

export const GROUP_NAMES = ['all', 'registers', 'camera', 'enrolment', 'admin'] as const;

/** The groups in which somebody of this role can find an entry. */
export function groupsFor(role: Role): ActivityGroup[] {
  const readable: ReadonlySet<ActivityKind> = new Set(readableKinds(role));
  return GROUP_NAMES.filter((name) => {
    const kinds: readonly ActivityKind[] | undefined = ACTIVITY_GROUPS[name];
    return kinds === undefined || kinds.some((kind) => readable.has(kind));
  });
}
