import { Alert, Group, Tabs } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#renderer/app/format.ts';
import { BackLink } from '#renderer/app/parts/back-link.tsx';
import { LoadedPage } from '#renderer/app/parts/loaded-page.tsx';
import { Page } from '#renderer/app/parts/page.tsx';
import { api } from '#renderer/app/query-client.ts';
import { useHasRole, useIsAdmin } from '#renderer/app/standing.ts';
import { AbsencesTab } from '#renderer/register/absences/absences-tab.tsx';
import { StudentReportTab } from '#renderer/reports/student-report-tab.tsx';
import { TEACHING } from '#shared/contract/base.ts';
import type { Student } from '#shared/contract/people.contract.ts';
import { FacesTab } from './faces-tab.tsx';
import { HistoryTab } from './history-tab.tsx';
import { OverviewTab } from './overview-tab.tsx';
import { StudentActions } from './student-actions.tsx';
import { STUDENT_TABS } from './student-search.ts';

const route = getRouteApi('/students/$studentId');

/** One student: who, faces and consent, history. */
export function StudentScreen() {
  const { t } = useTranslation('people');
  const { studentId } = route.useParams();
  const query = useQuery(api.people.students.get.queryOptions({ input: { id: studentId } }));
  return (
    <LoadedPage query={query} title={t('student.title')} back={<BackToStudents />}>
      {(student) => <StudentPage student={student} />}
    </LoadedPage>
  );
}

function BackToStudents() {
  const { t } = useTranslation('people');
  return <BackLink to="/students">{t('student.back')}</BackLink>;
}

function StudentPage({ student }: { student: Student }) {
  const { t } = useTranslation('people');
  const admin = useIsAdmin();
  return (
    <Page
      key={student.id}
      title={student.fullName}
      about={
        <Group gap="xs">
          <span data-figures>{student.studentNumber}</span>·<span>{student.className}</span>
        </Group>
      }
      back={<BackToStudents />}
      actions={admin && <StudentActions student={student} />}
      maxWidth={1040}
    >
      {student.archivedAt !== null && (
        <Alert color="gray" icon={<IconArchive aria-hidden />}>
          {t('student.archivedSince', { date: formatDate(student.archivedAt) })}
        </Alert>
      )}
      <StudentTabs student={student} />
    </Page>
  );
}

function StudentTabs({ student }: { student: Student }) {
  const { t } = useTranslation('people');
  const search = route.useSearch();
  const seesFaces = useHasRole(TEACHING);
  const tabs = STUDENT_TABS.filter((one) => seesFaces || one !== 'faces');
  const tab = tabs.find((one) => one === search.tab) ?? 'overview';
  const navigate = useNavigate({ from: '/students/$studentId' });
  return (
    <Tabs
      value={tab}
      onChange={(next) =>
        void navigate({
          search: { tab: STUDENT_TABS.find((one) => one === next) ?? 'overview' },
          replace: true,
        })
      }
      keepMounted={false}
    >
      <Tabs.List mb="md" data-screen-only>
        {tabs.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {t(`student.tabs.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="overview">
        <OverviewTab student={student} />
      </Tabs.Panel>
      <Tabs.Panel value="faces">
        <FacesTab student={student} />
      </Tabs.Panel>
      <Tabs.Panel value="away">
        <AbsencesTab student={student} />
      </Tabs.Panel>
      <Tabs.Panel value="history">
        <HistoryTab student={student} />
      </Tabs.Panel>
      <Tabs.Panel value="report">
        <StudentReportTab student={student} />
      </Tabs.Panel>
    </Tabs>
  );
}
