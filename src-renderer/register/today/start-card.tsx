import { Button, Paper, Select, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconPlayerPlayFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SchoolClass } from '#shared/contract/people.contract.ts';
import { type StartChoices, useStartRegister } from './use-start-register.ts';

/** Class, subject, and the one big button; a smaller one where the timetable offers a lesson. */
export function StartCard({ second, ...choices }: StartChoices & { second: boolean }) {
  const { t } = useTranslation('today');
  const start = useStartRegister(choices);
  return (
    <Paper p="lg" component="section" aria-labelledby="start-title">
      <Stack gap="md">
        <Title order={2} id="start-title">
          {second ? t('start.other') : t('start.title')}
        </Title>
        <SimpleGrid cols={2}>
          <Select
            label={t('start.class')}
            placeholder={t('start.pick')}
            data={options(choices.classes)}
            value={start.classId}
            onChange={start.setClass}
            searchable
            size="md"
          />
          <Select
            label={t('start.subject')}
            placeholder={t('start.pick')}
            data={options(choices.subjects)}
            value={start.running?.subjectId ?? start.subjectId}
            disabled={start.running !== null}
            onChange={start.setSubject}
            searchable
            size="md"
          />
        </SimpleGrid>
        <Button
          {...(second ? { variant: 'default' } : { h: 64, fz: 'lg' })}
          fullWidth
          leftSection={<IconPlayerPlayFilled size={22} aria-hidden />}
          disabled={!start.ready}
          loading={start.busy}
          onClick={start.press}
        >
          {start.running ? t('start.resume') : t('start.button')}
        </Button>
        <ClassFacts schoolClass={start.schoolClass} />
      </Stack>
    </Paper>
  );
}

function options(items: readonly { id: string; name: string }[]) {
  return items.map((item) => ({ value: item.id, label: item.name }));
}

/** How many will be asked for, and how many of them the camera can know. */
function ClassFacts({ schoolClass }: { schoolClass: SchoolClass | null }) {
  const { t } = useTranslation(['today', 'app']);
  return (
    <Text size="sm" c="dimmed" aria-live="polite">
      {schoolClass ? factsOf(schoolClass, t) : t('start.chooseBoth')}
    </Text>
  );
}

function factsOf(
  { studentCount: count, enrolledCount: enrolled }: SchoolClass,
  t: ReturnType<typeof useTranslation<['today', 'app']>>['t'],
): string {
  if (count === 0) return t('start.emptyClass');
  if (enrolled > 0) return t('start.enrolled', { enrolled, count });
  return t('app:sentences', {
    one: t('start.students', { count }),
    other: t('start.noneEnrolled'),
  });
}
