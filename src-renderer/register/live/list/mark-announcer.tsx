import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Status } from '#shared/contract/register.contract.ts';
import { useLiveStore } from '../live-store.ts';
import { statusOf } from './roster.ts';

/** Tells who listens to the screen who was marked, or whose mark was taken back. */
export function MarkAnnouncer({ statuses }: { statuses: readonly Status[] }) {
  const { t } = useTranslation('live');
  const entry = useLiveStore((state) => state.announced);
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {entry &&
        (entry.mark
          ? t('justMarked', { name: entry.fullName, label: statusOf(entry, statuses)?.label ?? '' })
          : t('takenBack', { name: entry.fullName }))}
    </VisuallyHidden>
  );
}
