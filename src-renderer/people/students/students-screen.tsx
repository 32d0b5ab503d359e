import { Button, Group, Paper } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ColumnsMenu } from '#renderer/app/parts/data-table/columns-menu.tsx';
import { useShownColumns } from '#renderer/app/parts/data-table/use-shown-columns.ts';
import { LinkButton } from '#renderer/app/parts/link-button.tsx';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { Page } from '#renderer/app/parts/page.tsx';
import { api } from '#renderer/app/query-client.ts';
import { useIsAdmin } from '#renderer/app/standing.ts';
import { NoStudents } from './no-students.tsx';
import { StudentDialog } from './student-dialog.tsx';
import { StudentsFilter } from './students-filter.tsx';
import { StudentsTable, USUALLY_HIDDEN, useStudentColumns } from './students-table.tsx';
import { useStudents } from './use-students.ts';

/** All students: search, filter, sort, add. */
export function StudentsScreen() {
  const { t } = useTranslation('people');
  const admin = useIsAdmin();
  const { view, show, query, students, narrowed } = useStudents();
  const classes = useQuery(api.people.classes.list.queryOptions({ input: {} }));
  const [adding, dialog] = useDisclosure();
  const columns = useShownColumns('students', useStudentColumns(), USUALLY_HIDDEN);
  const canAdd = admin && (classes.data?.length ?? 0) > 0;
  return (
    <Page
      title={t('students.title')}
      about={query.data && t('students.count', { count: students.length })}
      actions={
        <>
          {admin && (
            <LinkButton to="/students/look-alikes" variant="default">
              {t('lookAlikes.link')}
            </LinkButton>
          )}
          {admin && (
            <LinkButton to="/import" variant="default">
              {t('students.import')}
            </LinkButton>
          )}
          {canAdd && (
            <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={dialog.open}>
              {t('students.add')}
            </Button>
          )}
        </>
      }
    >
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <StudentsFilter view={view} onChange={show} classes={classes.data ?? []} />
        <ColumnsMenu columns={columns} />
      </Group>
      <Paper p={0}>
        <Loaded query={query}>
          {() =>
            students.length > 0 ? (
              <StudentsTable
                students={students}
                columns={columns.shown}
                sort={view.sort}
                descending={view.descending}
                onSort={(sort, descending) => show({ sort, descending })}
              />
            ) : (
              <NoStudents
                narrowed={narrowed}
                hasClass={(classes.data?.length ?? 0) > 0}
                onClear={() => show({ search: '', classId: undefined, faces: undefined })}
                onAdd={dialog.open}
              />
            )
          }
        </Loaded>
      </Paper>
      <StudentDialog
        opened={adding}
        onClose={dialog.close}
        student={null}
        classId={view.classId}
        classes={classes.data ?? []}
      />
    </Page>
  );
}
