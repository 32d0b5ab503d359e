import { Paper, Text } from '@mantine/core';
import { IconUserScan, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { BackLink } from '#renderer/app/parts/back-link.tsx';
import { LinkButton } from '#renderer/app/parts/link-button.tsx';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { NothingYet } from '#renderer/app/parts/nothing-yet.tsx';
import { Page } from '#renderer/app/parts/page.tsx';
import { api } from '#renderer/app/query-client.ts';
import { LookAlikesTable } from './look-alikes-table.tsx';

/** How often to look again while faces are still being compared. */
const LOOK_AGAIN_MS = 3_000;

/** Students whom the camera may take for each other, most alike first. */
export function LookAlikesScreen() {
  const { t } = useTranslation('people');
  const query = useQuery(
    api.enrolment.lookAlikes.queryOptions({
      input: {},
      refetchInterval: ({ state }) => (state.data?.pending ? LOOK_AGAIN_MS : false),
    }),
  );
  const pending = query.data?.pending ?? 0;
  return (
    <Page
      title={t('lookAlikes.title')}
      about={t('lookAlikes.about')}
      back={<BackLink to="/students">{t('student.back')}</BackLink>}
    >
      {pending > 0 && (
        <Text size="sm" role="status">
          {t('lookAlikes.pending', { count: pending })}
        </Text>
      )}
      <Paper p={0}>
        <Loaded query={query}>
          {({ pairs }) => (pairs.length > 0 ? <LookAlikesTable pairs={pairs} /> : <Nobody />)}
        </Loaded>
      </Paper>
    </Page>
  );
}

/** Nobody looks alike; or nobody can, as nobody is enrolled. */
function Nobody() {
  const { t } = useTranslation('people');
  const classes = useQuery(api.people.classes.list.queryOptions({ input: {} }));
  if (!classes.data) return null;
  if (classes.data.every(({ enrolledCount }) => enrolledCount === 0)) {
    return (
      <NothingYet
        icon={<IconUserScan aria-hidden />}
        title={t('lookAlikes.nobody.title')}
        advice={t('lookAlikes.nobody.advice')}
        action={
          <LinkButton to="/students" search={{ faces: 'missing' }} variant="default">
            {t('lookAlikes.nobody.action')}
          </LinkButton>
        }
      />
    );
  }
  return (
    <NothingYet
      icon={<IconUsers aria-hidden />}
      title={t('lookAlikes.none.title')}
      advice={t('lookAlikes.none.advice')}
    />
  );
}
