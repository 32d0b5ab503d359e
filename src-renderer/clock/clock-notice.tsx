import { Alert } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/app/query-client.ts';
import { changeWords } from './clock-words.ts';

/** On the page of a register: its times may be wrong, since the clock was changed. */
export function ClockNotice({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation('clock');
  const { data } = useQuery(api.settings.clock.ofSession.queryOptions({ input: { sessionId } }));
  if (!data || data.marks === 0) return null;
  return (
    <Alert color="yellow" icon={<IconClockExclamation aria-hidden />}>
      {t('marks', { count: data.marks, changes: data.changes.map(changeWords).join('; ') })}
    </Alert>
  );
}
