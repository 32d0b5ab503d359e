import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RosterEntry, SessionDetail } from '#shared/contract/register.contract.ts';
import type { Hold } from '../camera/use-hold.ts';
import { useLiveStore } from '../live-store.ts';
import { firstToDecide } from './list-keys.ts';
import classes from './roster-list.module.css';
import { RosterRow } from './roster-row.tsx';

interface RosterListProps {
  session: SessionDetail;
  rows: readonly RosterEntry[];
  hold: Hold;
  /** Whether nobody can be marked by face. */
  byHand: boolean;
}

/** Students under each other, each with the buttons that mark. */
export function RosterList({ session, rows, hold, byHand }: RosterListProps) {
  const { t } = useTranslation('live');
  const search = useLiveStore((state) => state.search);
  const selectedId = useLiveStore((state) => state.selectedId);
  // One row can be reached by Tab; the arrows go on from there.
  const tabStop = rows.some((row) => row.studentId === selectedId)
    ? selectedId
    : firstToDecide(rows);
  return (
    <div className={classes.list} {...hold.handlers}>
      {rows.length === 0 && (
        <Text size="sm" c="dimmed" p="md" ta="center">
          {search ? t('nobodyFound') : t('nobodyHere')}
        </Text>
      )}
      <ul className={classes.rows}>
        {rows.map((entry) => (
          <RosterRow
            key={entry.studentId}
            entry={entry}
            session={session}
            selected={entry.studentId === selectedId}
            tabStop={entry.studentId === tabStop}
            follow={!hold.held}
            byHand={byHand}
          />
        ))}
      </ul>
    </div>
  );
}
