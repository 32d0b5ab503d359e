import { Group, Text } from '@mantine/core';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionDetail } from '#shared/contract/register.contract.ts';
import { LiveGuests } from '../../guests/live-guests.tsx';
import { DoubtCard } from '../camera/doubt-card.tsx';
import { SeenCard } from '../camera/seen-card.tsx';
import { useHold } from '../camera/use-hold.ts';
import { Counters } from './counters.tsx';
import { MarkRestButton } from './mark-rest-button.tsx';
import { liveOrder } from './roster.ts';
import { RosterList } from './roster-list.tsx';
import classes from './roster-panel.module.css';
import { SearchBox } from './search-box.tsx';
import { statusKeys } from './status-keys.ts';
import { useListKeys } from './use-list-keys.ts';
import { useShownRows } from './use-shown-rows.ts';

interface RosterPanelProps {
  session: SessionDetail;
  /** Whether nobody can be marked by face. */
  byHand: boolean;
}

/** The class as a list: counts, search, and everyone by name; questions stand under it. */
export function RosterPanel({ session, byHand }: RosterPanelProps) {
  const { t } = useTranslation('live');
  const hold = useHold();
  const everyone = useMemo(() => liveOrder(session.roster), [session.roster]);
  const rows = useShownRows(everyone, session.statuses, hold.held);
  const searchBox = useRef<HTMLInputElement>(null);
  useListKeys({ session, rows, everyone, withRest: byHand }, searchBox);
  const keys = [...statusKeys(session.statuses).keys()].join(' ').toUpperCase();
  return (
    <section className={classes.panel} aria-label={t('list')}>
      <Counters session={session} />
      <SearchBox ref={searchBox} />
      <RosterList session={session} rows={rows} hold={hold} byHand={byHand} />
      <SeenCard session={session} />
      <DoubtCard session={session} />
      <Group gap={6} align="start" flex="none">
        {byHand && <MarkRestButton session={session} size="compact-sm" />}
        <LiveGuests sessionId={session.id} />
      </Group>
      <Text size="xs" c="dimmed" className={classes.keys}>
        {t('keys', { keys })} {t('endKey')}
      </Text>
    </section>
  );
}
