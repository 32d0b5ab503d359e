import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArchive, IconArchiveOff, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/app/query-client.ts';
import type { Student } from '#shared/contract/people.contract.ts';
import { StudentDialog } from './student-dialog.tsx';
import { useArchiveStudent } from './use-archive-student.ts';

/** Edit, archive, bring back. */
export function StudentActions({ student }: { student: Student }) {
  const { t } = useTranslation('people');
  const [editing, dialog] = useDisclosure();
  const archive = useArchiveStudent();
  const classes = useQuery(api.people.classes.list.queryOptions({ input: {} }));
  const archived = student.archivedAt !== null;
  const Icon = archived ? IconArchiveOff : IconArchive;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPencil size={18} aria-hidden />}
        onClick={dialog.open}
      >
        {t('student.edit')}
      </Button>
      <Button
        variant="default"
        leftSection={<Icon size={18} aria-hidden />}
        loading={archive.isPending}
        onClick={() => archive.mutate({ id: student.id, archived: !archived })}
      >
        {archived ? t('student.restore') : t('student.archive')}
      </Button>
      <StudentDialog
        opened={editing}
        onClose={dialog.close}
        student={student}
        classes={classes.data ?? []}
      />
    </>
  );
}
