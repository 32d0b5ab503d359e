import type { ActivityKind } from '#shared/contract/activity.contract.ts';

/** The kinds of entries by what people look for; `all` asks for every kind. */
export const ACTIVITY_GROUPS = {
  all: undefined,
  registers: ['sessionStarted', 'sessionEnded', 'marked', 'unmarked', 'corrected', 'exported'],
  camera: ['unsureFace', 'unknownFace', 'suspectedPhoto', 'cameraTrouble', 'cameraBack'],
  enrolment: [
    'consentRecorded',
    'consentWithdrawn',
    'enrolled',
    'templatesErased',
    'duplicateOverridden',
  ],
  admin: ['signIn', 'signInFailed', 'signOut', 'accountChanged', 'settingsChanged', 'recovered'],
} as const satisfies Record<string, readonly ActivityKind[] | undefined>;

export type ActivityGroup = keyof typeof ACTIVITY_GROUPS;

export const GROUP_NAMES = ['all', 'registers', 'camera', 'enrolment', 'admin'] as const;
