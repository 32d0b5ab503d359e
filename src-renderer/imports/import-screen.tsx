import { Tabs } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BackLink } from '#renderer/app/parts/back-link.tsx';
import { Page } from '#renderer/app/parts/page.tsx';
import { FacesImport } from './faces/faces-import.tsx';
import { IMPORT_TABS } from './import-search.ts';
import { MarksImport } from './marks/marks-import.tsx';
import { StudentsImport } from './students/students-import.tsx';

const route = getRouteApi('/import');

/** Brings in many students at once, each of whom would be a dialog otherwise. */
export function ImportScreen() {
  const { t } = useTranslation('imports');
  const { what } = route.useSearch();
  const navigate = useNavigate({ from: '/import' });
  return (
    <Page
      title={t('title')}
      about={t(`about.${what}`)}
      back={<BackLink to="/students">{t('back')}</BackLink>}
    >
      <Tabs
        value={what}
        onChange={(next) => {
          const tab = IMPORT_TABS.find((one) => one === next) ?? 'students';
          void navigate({ search: { what: tab }, replace: true });
        }}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {IMPORT_TABS.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`tabs.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="students">
          <StudentsImport />
        </Tabs.Panel>
        <Tabs.Panel value="marks">
          <MarksImport />
        </Tabs.Panel>
        <Tabs.Panel value="faces">
          <FacesImport />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
