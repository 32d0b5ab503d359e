import { Group, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheckFilled } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatList } from '#renderer/app/format.ts';
import { LinkButton } from '#renderer/app/parts/link-button.tsx';
import { api } from '#renderer/app/query-client.ts';
import { LookAlikeNote } from '#renderer/people/look-alikes/look-alike-note.tsx';
import { poseSchema, type TemplateInfo } from '#shared/contract/enrolment.contract.ts';
import type { Student } from '#shared/contract/people.contract.ts';
import { nextToEnrol } from './next-student.ts';

/** What is stored now, and who comes next. */
export function SavedStep({ student }: { student: Student }) {
  const { t } = useTranslation('enrolment');
  const templates = useQuery(
    api.enrolment.templates.queryOptions({ input: { studentId: student.id } }),
  );
  return (
    <Stack align="center" pt="xl" gap="sm" ta="center" role="status">
      <IconCircleCheckFilled size={64} color="var(--status-present-text)" aria-hidden />
      <Title order={2}>{t('saved.title', { name: student.fullName })}</Title>
      {templates.data && <StoredViews views={templates.data} />}
      <LookAlikeNote student={student} />
      <Next student={student} />
    </Stack>
  );
}

function StoredViews({ views }: { views: readonly TemplateInfo[] }) {
  const { t } = useTranslation('enrolment');
  const missing = poseSchema.options.filter((pose) => !views.some((view) => view.pose === pose));
  return (
    <>
      <Text>{t('saved.about', { count: views.length })}</Text>
      {missing.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('saved.missing', { poses: formatList(missing.map((pose) => t(`pose.${pose}`))) })}
        </Text>
      )}
    </>
  );
}

function Next({ student }: { student: Student }) {
  const { t } = useTranslation('enrolment');
  const { classId, className, fullName } = student;
  const group = useQuery(api.people.students.list.queryOptions({ input: { classId } }));
  if (!group.data) return null;
  const next = nextToEnrol(group.data, student.id);
  return (
    <>
      {!next && <Text size="sm">{t('saved.allDone', { className })}</Text>}
      <Group mt="md">
        <LinkButton
          to="/students/$studentId"
          params={{ studentId: student.id }}
          variant={next ? 'default' : 'filled'}
        >
          {t('saved.student', { name: fullName })}
        </LinkButton>
        {next && (
          <LinkButton to="/students/$studentId/enrol" params={{ studentId: next.id }}>
            {t('saved.next', { name: next.fullName })}
          </LinkButton>
        )}
      </Group>
    </>
  );
}
