import { Tabs } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '#renderer/app/parts/page.tsx';
import { ClassList } from './class-list.tsx';
import { SubjectList } from './subject-list.tsx';

const route = getRouteApi('/classes');

/** The school's classes and subjects. */
export function ClassesScreen() {
  const { t } = useTranslation('people');
  const { tab } = route.useSearch();
  const navigate = useNavigate({ from: '/classes' });
  return (
    <Page title={t('classes.title')} maxWidth={1040}>
      <Tabs
        value={tab}
        onChange={(next) =>
          void navigate({
            search: { tab: next === 'subjects' ? 'subjects' : 'classes' },
            replace: true,
          })
        }
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="classes">{t('classes.tabClasses')}</Tabs.Tab>
          <Tabs.Tab value="subjects">{t('classes.tabSubjects')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="classes">
          <ClassList />
        </Tabs.Panel>
        <Tabs.Panel value="subjects">
          <SubjectList />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
