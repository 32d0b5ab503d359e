import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCalendarOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '#renderer/app/parts/link-button.tsx';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { api } from '#renderer/app/query-client.ts';
import type { PlannedAbsence } from '#shared/contract/absences.contract.ts';
import { AbsenceDialog } from './absence-dialog.tsx';
import type { Reporting } from './use-absences.ts';

/** Who is known to be away today, and the way to report somebody. */
export function ReportedToday({ today }: { today: string }) {
  const { t } = useTranslation('absences');
  const [reporting, setReporting] = useState<Reporting | null>(null);
  const query = useQuery(api.absences.list.queryOptions({ input: { of: 'day', day: today } }));
  return (
    <Paper component="section" aria-labelledby="reported-title" p="lg">
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Title order={2} id="reported-title">
            {t('today.title')}
          </Title>
          <Button
            variant="default"
            size="xs"
            flex="none"
            leftSection={<IconCalendarOff size={16} aria-hidden />}
            onClick={() => setReporting({ studentId: null })}
          >
            {t('report')}
          </Button>
        </Group>
        <Loaded query={query}>{(absences) => <Names absences={absences} />}</Loaded>
      </Stack>
      <AbsenceDialog reporting={reporting} onClose={() => setReporting(null)} />
    </Paper>
  );
}

function Names({ absences }: { absences: readonly PlannedAbsence[] }) {
  const { t } = useTranslation('absences');
  if (absences.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('today.none')}
      </Text>
    );
  }
  return (
    <Stack component="ul" gap={6} m={0} p={0} style={{ listStyle: 'none' }}>
      {absences.map(({ id, studentId, studentName, className, reason }) => (
        <Group key={id} component="li" gap="sm" wrap="nowrap" justify="space-between">
          <TextLink
            to="/students/$studentId"
            params={{ studentId }}
            search={{ tab: 'away' }}
            size="sm"
            fw={550}
          >
            {studentName}
          </TextLink>
          <Text size="sm" c="dimmed" truncate>
            {className} · {reason}
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
