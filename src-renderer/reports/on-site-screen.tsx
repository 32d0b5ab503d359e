import { Group, Paper, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatTime } from '#renderer/app/format.ts';
import { BackLink } from '#renderer/app/parts/back-link.tsx';
import { LinkButton } from '#renderer/app/parts/link-button.tsx';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { NothingYet } from '#renderer/app/parts/nothing-yet.tsx';
import { Page } from '#renderer/app/parts/page.tsx';
import { api } from '#renderer/app/query-client.ts';
import type { OnSite } from '#shared/contract/reports.contract.ts';
import { OnSiteClass } from './on-site-class.tsx';
import { countOnSite, GROUPS } from './on-site-groups.ts';
import { GuestsOnSite } from './on-site-guests.tsx';
import { PaperHead, SignatureLine } from './paper.tsx';
import { PrintActions } from './print-actions.tsx';

const LOOK_EVERY_MS = 10_000;

/** Everyone and where they were last seen today: for an evacuation, on screen or on paper. */
export function OnSiteScreen() {
  const { t } = useTranslation('reports');
  const query = useQuery({
    ...api.reports.onSite.queryOptions(),
    refetchInterval: LOOK_EVERY_MS,
    refetchOnMount: 'always',
  });
  return (
    <Page
      title={t('onSite.title')}
      about={query.data && t('onSite.about', { time: formatTime(query.data.at) })}
      back={<BackLink to="/reports">{t('onSite.back')}</BackLink>}
      actions={<PrintActions title={t('onSite.title')} />}
      maxWidth={1280}
    >
      <PaperHead />
      <Loaded query={query}>{(onSite) => <Everyone onSite={onSite} />}</Loaded>
      <SignatureLine />
    </Page>
  );
}

function Everyone({ onSite }: { onSite: OnSite }) {
  if (onSite.classes.length === 0) return <NoStudents />;
  return (
    <>
      <Totals onSite={onSite} />
      {onSite.classes.map((schoolClass) => (
        <OnSiteClass key={schoolClass.classId} schoolClass={schoolClass} />
      ))}
      {onSite.guests.length > 0 && <GuestsOnSite guests={onSite.guests} />}
    </>
  );
}

function Totals({ onSite }: { onSite: OnSite }) {
  const { t } = useTranslation('reports');
  const counts = countOnSite(onSite.classes.flatMap(({ students }) => students));
  return (
    <Group gap="xl" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {GROUPS.map((group) => (
        <li key={group}>
          <Text fz={40} lh={1.1} fw={700} data-figures>
            {formatNumber(counts[group])}
          </Text>
          <Text fw={550}>{t(`onSite.${group}`)}</Text>
        </li>
      ))}
    </Group>
  );
}

function NoStudents() {
  const { t } = useTranslation('reports');
  return (
    <Paper>
      <NothingYet
        icon={<IconUsers aria-hidden />}
        title={t('onSite.none.title')}
        advice={t('onSite.none.advice')}
        action={
          <LinkButton to="/" variant="default">
            {t('onSite.none.action')}
          </LinkButton>
        }
      />
    </Paper>
  );
}
