import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SessionDetail } from '#shared/contract/register.contract.ts';

/** Who stood on the roster but was not in the class that day. Nothing where there is nobody. */
export function NotInClass({ students }: { students: SessionDetail['notInClass'] }) {
  const { t } = useTranslation('history');
  if (students.length === 0) return null;
  return (
    <Paper component="section" aria-labelledby="not-in-class">
      <Stack gap="xs">
        <Title order={2} id="not-in-class">
          {t('notInClass.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('notInClass.about')}
        </Text>
        {students.map(({ studentId, studentNumber, fullName }) => (
          <Group key={studentId} gap="sm">
            <Badge variant="default">{t('notInClass.badge')}</Badge>
            <Text size="sm">{fullName}</Text>
            <Text size="xs" c="dimmed">
              {studentNumber}
            </Text>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
