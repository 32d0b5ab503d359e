import i18next from 'i18next';
import type { Activity } from '#shared/contract/activity.contract.ts';

/** Which variant of the line fits the facts at hand. */
function contextOf({ kind, detail, studentName }: Activity): string | undefined {
  switch (kind) {
    case 'cameraTrouble':
      return String(detail.trouble ?? '');
    case 'suspectedPhoto':
      return studentName === null ? 'nobody' : undefined;
    case 'corrected':
      return detail.from ? 'from' : undefined;
    case 'accountChanged':
      return detail.username ? 'named' : undefined;
    case 'settingsChanged':
      return detail.to ? 'fromTo' : undefined;
    default:
      return undefined;
  }
}

/** One line that says what happened. The actor and the time stand beside it. */
export function activityText(activity: Activity): string {
  return i18next.t(`activity:line.${activity.kind}`, {
    ...activity.detail,
    student: activity.studentName ?? '',
    context: contextOf(activity),
  });
}

/** The reason that somebody gave, ready to be shown; null where none was needed. */
export function activityReason({ detail }: Activity): string | null {
  const reason = detail.reason;
  return typeof reason === 'string' && reason !== ''
    ? i18next.t('activity:reason', { reason })
    : null;
}
