import i18next from 'i18next';
import { formatCalendarDay } from '#renderer/app/format.ts';
import { reasonText } from '#renderer/register/reason-text.ts';
import type { Activity } from '#shared/contract/activity.contract.ts';
import { exportFormatSchema } from '#shared/contract/exports.contract.ts';

/** Made, archived, brought back, or any other change; without a name where none was noted. */
function accountContext({ username, change }: Activity['detail']): string | undefined {
  if (!username) return undefined;
  if (change === 'substitutes' || change === 'substitutesNoMore') return change;
  return change === 'created' ? 'created' : 'named';
}

/** A status added, deleted or changed, or another setting. */
function settingContext({ setting, rule, from, to }: Activity['detail']): string | undefined {
  if (setting === 'correctionDays') return setting;
  if (setting === 'phoneCountry') return to ? setting : undefined;
  if (setting === 'retention') return String(rule);
  if (setting !== 'status') return to ? 'fromTo' : undefined;
  if (from && to) return 'status';
  return to ? 'statusAdded' : 'statusDeleted';
}

/** Whether something came back with the backup and was erased again. */
function restoredContext({ erased, withdrawn, faces }: Activity['detail']): string | undefined {
  return erased || withdrawn || faces ? 'again' : undefined;
}

/** Whether the copy became the register, and whether something else lay in its place. */
function copyContext({ used, file }: Activity['detail']): string | undefined {
  if (!used) return undefined;
  return file ? 'usedInstead' : 'used';
}

function clockContext({ minutes }: Activity['detail']): string | undefined {
  return Number(minutes) < 0 ? 'back' : undefined;
}

/** A day as people write it, where the detail has one. */
function dayWords(day: Activity['detail'][string] | undefined): string {
  return typeof day === 'string' && day !== '' ? formatCalendarDay(day) : '';
}

/** Which variant of the line fits the facts at hand. */
function contextOf({ kind, detail, studentName }: Activity): string | undefined {
  switch (kind) {
    case 'cameraTrouble':
      return String(detail.trouble ?? '');
    case 'suspectedPhoto':
      return studentName === null ? 'nobody' : undefined;
    case 'undone':
      if (studentName === null) return 'many';
      return detail.code ? 'to' : undefined;
    case 'corrected':
      return detail.from ? 'from' : undefined;
    case 'accountChanged':
      return accountContext(detail);
    case 'sessionStarted':
    case 'sessionEnded':
      return detail.className ? 'named' : undefined;
    case 'exported':
    case 'imported':
    case 'timetableChanged':
      return typeof detail.what === 'string' ? detail.what : undefined;
    case 'membershipChanged':
      return detail.className ? 'joined' : undefined;
    case 'retentionKept':
      return detail.keep ? 'keep' : undefined;
    case 'settingsChanged':
      return settingContext(detail);
    case 'clockChanged':
      return clockContext(detail);
    case 'restored':
      return restoredContext(detail);
    case 'copyFound':
      return copyContext(detail);
    default:
      return undefined;
  }
}

/** What kind of file was made; older entries do not tell. */
function fileWords(format: Activity['detail'][string] | undefined): string {
  const known = exportFormatSchema.safeParse(format);
  return known.success ? `, ${i18next.t(`activity:file.${known.data}`)}` : '';
}

/** These tell of days; other entries of what was before and is now. */
const WITH_DAYS: ReadonlySet<Activity['kind']> = new Set([
  'exported',
  'accountChanged',
  'absencePlanned',
  'absenceChanged',
  'absenceCancelled',
  'timetableChanged',
  'membershipChanged',
]);

function spanEnd({ kind, detail }: Activity, end: 'from' | 'to') {
  if (detail.setting === 'retention') return detail[end] ?? i18next.t('activity:never');
  return WITH_DAYS.has(kind) ? dayWords(detail[end]) : detail[end];
}

/**
 * One line that says what happened. The actor and the time stand beside it.
 * @param otherStudent the name of the other student that a face may be, where it is at hand
 */
export function activityText(activity: Activity, otherStudent?: string): string {
  return i18next.t(`activity:line.${activity.kind}`, {
    ...activity.detail,
    minutes: Math.abs(Number(activity.detail.minutes ?? 0)),
    from: spanEnd(activity, 'from'),
    to: spanEnd(activity, 'to'),
    file:
      typeof activity.detail.file === 'string'
        ? activity.detail.file
        : fileWords(activity.detail.format),
    faces: activity.detail.faces ?? 0,
    day: dayWords(activity.detail.day),
    student: activity.studentName ?? '',
    otherStudent,
    context: otherStudent === undefined ? contextOf(activity) : 'two',
  });
}

/** The reason that somebody gave, ready to be shown; null where none was needed. */
export function activityReason({ detail }: Activity): string | null {
  const reason = detail.reason;
  return typeof reason === 'string' && reason !== ''
    ? i18next.t('activity:reason', { reason: reasonText(reason) })
    : null;
}
