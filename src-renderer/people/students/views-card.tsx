import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCamera, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '#renderer/app/parts/confirm-dialog.tsx';
import { LinkButton } from '#renderer/app/parts/link-button.tsx';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { api } from '#renderer/app/query-client.ts';
import { useIsAdmin } from '#renderer/app/standing.ts';
import type { Student } from '#shared/contract/people.contract.ts';
import { LookAlikeNote } from '../look-alikes/look-alike-note.tsx';
import { PoseList } from './pose-list.tsx';
import { useEraseFaces } from './use-faces.ts';

/** The views of a face that are stored, which are missing, and the way to take them. */
export function ViewsCard({ student }: { student: Student }) {
  const { t } = useTranslation('people');
  const admin = useIsAdmin();
  const templates = useQuery(
    api.enrolment.templates.queryOptions({ input: { studentId: student.id } }),
  );
  return (
    <Paper component="section" aria-labelledby="views-title" p="lg">
      <Stack>
        <Stack gap={2}>
          <Title order={2} id="views-title">
            {t('faces.views')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('faces.viewsAbout')}
          </Text>
        </Stack>
        <Loaded query={templates}>{(views) => <PoseList views={views} />}</Loaded>
        <LookAlikeNote student={student} />
        <Text size="sm">{t(`faces.next.${student.enrolment}`)}</Text>
        {admin ? (
          <FaceButtons student={student} hasViews={(templates.data?.length ?? 0) > 0} />
        ) : (
          <Text size="sm" c="dimmed">
            {t('faces.teacherNote')}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

function FaceButtons({ student, hasViews }: { student: Student; hasViews: boolean }) {
  const { t } = useTranslation('people');
  const [asking, dialog] = useDisclosure();
  const erase = useEraseFaces(dialog.close);
  const name = student.fullName;
  return (
    <Group>
      <LinkButton
        to="/students/$studentId/enrol"
        params={{ studentId: student.id }}
        leftSection={<IconCamera size={18} aria-hidden />}
      >
        {enrolWords(student, t)}
      </LinkButton>
      {hasViews && (
        <Button
          variant="light"
          color="red"
          leftSection={<IconTrash size={18} aria-hidden />}
          onClick={dialog.open}
        >
          {t('faces.erase')}
        </Button>
      )}
      <ConfirmDialog
        opened={asking}
        onClose={dialog.close}
        title={t('faces.eraseAsk', { name })}
        confirm={t('faces.erase')}
        danger
        busy={erase.isPending}
        onConfirm={() => erase.mutate({ studentId: student.id })}
      >
        {t('faces.eraseAbout', { name })}
      </ConfirmDialog>
    </Group>
  );
}

function enrolWords(student: Student, t: ReturnType<typeof useTranslation<'people'>>['t']): string {
  if (student.enrolment === 'noConsent') return t('consent.record');
  return student.enrolment === 'notEnrolled' ? t('faces.enrol') : t('faces.enrolAgain');
}
