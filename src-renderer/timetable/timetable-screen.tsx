import { Tabs } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '#renderer/app/parts/page.tsx';
import { WeekTab } from './week-tab.tsx';
import { YearTab } from './year-tab.tsx';

const route = getRouteApi('/timetable');

/** The week's lessons, and the school's terms and holidays. */
export function TimetableScreen() {
  const { t } = useTranslation('timetable');
  const { tab } = route.useSearch();
  const navigate = useNavigate({ from: '/timetable' });
  return (
    <Page title={t('title')} maxWidth={1280}>
      <Tabs
        value={tab}
        onChange={(next) =>
          void navigate({
            search: (before) => ({ ...before, tab: next === 'year' ? 'year' : 'week' }),
            replace: true,
          })
        }
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="week">{t('tabs.week')}</Tabs.Tab>
          <Tabs.Tab value="year">{t('tabs.year')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="week">
          <WeekTab />
        </Tabs.Panel>
        <Tabs.Panel value="year">
          <YearTab />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
