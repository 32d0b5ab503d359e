import {
  IconCalendarCheck,
  IconCalendarOff,
  IconCalendarTime,
  IconCamera,
  IconCheck,
  IconDatabaseExport,
  IconDatabaseImport,
  IconDoorEnter,
  IconEraser,
  IconFaceId,
  IconFileExport,
  IconFileImport,
  IconHelp,
  IconPencil,
  IconPhotoExclamation,
  IconPlayerPlay,
  IconPlayerStop,
  IconSettings,
  IconShieldCheck,
  IconUserOff,
  IconUserPlus,
  IconUserQuestion,
} from '@tabler/icons-react';
import type { ActivityKind } from '#shared/contract/activity.contract.ts';

const ICONS: Record<ActivityKind, typeof IconCheck> = {
  signIn: IconDoorEnter,
  signInFailed: IconDoorEnter,
  signOut: IconDoorEnter,
  sessionStarted: IconPlayerPlay,
  sessionEnded: IconPlayerStop,
  sessionReopened: IconPlayerPlay,
  sessionDiscarded: IconCalendarOff,
  sessionReinstated: IconCalendarCheck,
  notHeld: IconCalendarOff,
  notHeldTakenBack: IconCalendarCheck,
  marked: IconCheck,
  unmarked: IconPencil,
  corrected: IconPencil,
  awayButHere: IconUserQuestion,
  guestAdded: IconUserPlus,
  guestMerged: IconUserPlus,
  guestDismissed: IconUserPlus,
  absencePlanned: IconCalendarOff,
  absenceChanged: IconCalendarOff,
  absenceCancelled: IconCalendarOff,
  unsureFace: IconHelp,
  unknownFace: IconHelp,
  otherClassFace: IconUserOff,
  suspectedPhoto: IconPhotoExclamation,
  cameraTrouble: IconCamera,
  cameraBack: IconCamera,
  consentRecorded: IconShieldCheck,
  consentWithdrawn: IconShieldCheck,
  enrolled: IconFaceId,
  templateRefreshed: IconFaceId,
  templatesErased: IconFaceId,
  duplicateOverridden: IconFaceId,
  accountChanged: IconSettings,
  settingsChanged: IconSettings,
  timetableChanged: IconCalendarTime,
  membershipChanged: IconPencil,
  exported: IconFileExport,
  imported: IconFileImport,
  importUndone: IconFileImport,
  recovered: IconShieldCheck,
  backedUp: IconDatabaseExport,
  restored: IconDatabaseImport,
  studentErased: IconEraser,
};

/** Kinds that somebody should look at. */
const WARNINGS: ReadonlySet<ActivityKind> = new Set([
  'signInFailed',
  'awayButHere',
  'suspectedPhoto',
  'cameraTrouble',
  'duplicateOverridden',
  'restored',
]);

/** The sign beside an entry; what needs a look has the colour of a warning. */
export function ActivityIcon({ kind }: { kind: ActivityKind }) {
  const Icon = ICONS[kind];
  const colour = WARNINGS.has(kind) ? 'var(--status-late-text)' : 'var(--mantine-color-dimmed)';
  return <Icon size={18} color={colour} aria-hidden style={{ flexShrink: 0 }} />;
}
