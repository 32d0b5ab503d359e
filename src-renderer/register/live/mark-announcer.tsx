import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Status } from '#shared/contract/register.contract.ts';
import { useLiveStore } from './live-store.ts';
import { statusOf } from './roster.ts';

/** Tells who listens to the screen whom the camera has marked. */
export function MarkAnnouncer({ statuses }: { statuses: readonly Status[] }) {
  const { t } = useTranslation('live');
  const entry = useLiveStore((state) => state.justMarked);
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {entry &&
        t('justMarked', { name: entry.fullName, label: statusOf(entry, statuses)?.label ?? '' })}
    </VisuallyHidden>
  );
}
