import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArchive, IconArchiveOff, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { StudentAccountButton } from '#renderer/accounts/student-account-button.tsx';
import { ConfirmDialog } from '#renderer/app/parts/confirm-dialog.tsx';
import { api } from '#renderer/app/query-client.ts';
import { PrivacyMenu } from '#renderer/privacy/privacy-menu.tsx';
import type { Student } from '#shared/contract/people.contract.ts';
import { StudentDialog } from './student-dialog.tsx';
import { useArchiveStudent } from './use-archive-student.ts';

/** Edit, archive, bring back. */
export function StudentActions({ student }: { student: Student }) {
  const { t } = useTranslation('people');
  const [editing, dialog] = useDisclosure();
  const classes = useQuery(api.people.classes.list.queryOptions({ input: {} }));
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPencil size={18} aria-hidden />}
        onClick={dialog.open}
      >
        {t('student.edit')}
      </Button>
      <StudentAccountButton student={student} />
      <ArchiveButton student={student} />
      <PrivacyMenu student={student} />
      <StudentDialog
        opened={editing}
        onClose={dialog.close}
        student={student}
        classes={classes.data ?? []}
      />
    </>
  );
}

/** Archives or brings back; asks first where that erases a face, which nothing brings back. */
function ArchiveButton({ student }: { student: Student }) {
  const { t } = useTranslation('people');
  const [asking, dialog] = useDisclosure();
  const archive = useArchiveStudent();
  const { id, fullName: name, enrolment } = student;
  const archived = student.archivedAt !== null;
  const hasFaces = enrolment === 'enrolled' || enrolment === 'reEnrol';
  const Icon = archived ? IconArchiveOff : IconArchive;
  const change = () =>
    archive.mutate({ id, archived: !archived, hasFaces }, { onSettled: dialog.close });
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon size={18} aria-hidden />}
        loading={archive.isPending}
        onClick={hasFaces && !archived ? dialog.open : change}
      >
        {archived ? t('student.restore') : t('student.archive')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={dialog.close}
        title={t('student.archiveAsk', { name })}
        confirm={t('student.archive')}
        danger
        busy={archive.isPending}
        onConfirm={change}
      >
        {t('student.archiveAbout', { name })}
      </ConfirmDialog>
    </>
  );
}
