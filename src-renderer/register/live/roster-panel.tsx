import { Text } from '@mantine/core';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterEntry, SessionDetail } from '#shared/contract/register.contract.ts';
import { LiveGuests } from '../guests/live-guests.tsx';
import { Counters } from './counters.tsx';
import { DoubtCard } from './doubt-card.tsx';
import { useLiveStore } from './live-store.ts';
import { liveOrder, presenceOf, searchRoster } from './roster.ts';
import { RosterList } from './roster-list.tsx';
import classes from './roster-panel.module.css';
import { SearchBox } from './search-box.tsx';
import { statusKeys } from './status-keys.ts';
import { useListKeys } from './use-list-keys.ts';

interface ShownRows {
  rows: RosterEntry[];
  everyone: RosterEntry[];
}

function useShownRows(session: SessionDetail): ShownRows {
  const search = useLiveStore((state) => state.search);
  const shown = useLiveStore((state) => state.shown);
  return useMemo(() => {
    const everyone = liveOrder(session.roster);
    const rows = searchRoster(everyone, search).filter(
      (entry) => shown === 'all' || presenceOf(entry, session.statuses) === shown,
    );
    return { rows, everyone };
  }, [session.roster, session.statuses, search, shown]);
}

/** The class as a list: counts, search, questions, and everyone with the newest mark on top. */
export function RosterPanel({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('live');
  const { rows, everyone } = useShownRows(session);
  const searchBox = useRef<HTMLInputElement>(null);
  useListKeys({ session, rows, everyone }, searchBox);
  const keys = [...statusKeys(session.statuses).keys()].join(' ').toUpperCase();
  return (
    <section className={classes.panel} aria-label={t('list')}>
      <Counters session={session} />
      <SearchBox ref={searchBox} />
      <DoubtCard session={session} />
      <RosterList session={session} rows={rows} />
      <LiveGuests sessionId={session.id} />
      <Text size="xs" c="dimmed" className={classes.keys}>
        {t('keys', { keys })} {t('endKey')}
      </Text>
    </section>
  );
}
