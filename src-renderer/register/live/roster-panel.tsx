import { Text } from '@mantine/core';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionDetail } from '#shared/contract/register.contract.ts';
import { LiveGuests } from '../guests/live-guests.tsx';
import { Counters } from './counters.tsx';
import { DoubtCard } from './doubt-card.tsx';
import { liveOrder } from './roster.ts';
import { RosterList } from './roster-list.tsx';
import classes from './roster-panel.module.css';
import { SearchBox } from './search-box.tsx';
import { statusKeys } from './status-keys.ts';
import { useHold } from './use-hold.ts';
import { useListKeys } from './use-list-keys.ts';
import { useShownRows } from './use-shown-rows.ts';

/** The class as a list: counts, search, and everyone by name; questions stand under it. */
export function RosterPanel({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('live');
  const hold = useHold();
  const everyone = useMemo(() => liveOrder(session.roster), [session.roster]);
  const rows = useShownRows(everyone, session.statuses, hold.held);
  const searchBox = useRef<HTMLInputElement>(null);
  useListKeys({ session, rows, everyone }, searchBox);
  const keys = [...statusKeys(session.statuses).keys()].join(' ').toUpperCase();
  return (
    <section className={classes.panel} aria-label={t('list')}>
      <Counters session={session} />
      <SearchBox ref={searchBox} />
      <RosterList session={session} rows={rows} hold={hold} />
      <DoubtCard session={session} />
      <LiveGuests sessionId={session.id} />
      <Text size="xs" c="dimmed" className={classes.keys}>
        {t('keys', { keys })} {t('endKey')}
      </Text>
    </section>
  );
}
