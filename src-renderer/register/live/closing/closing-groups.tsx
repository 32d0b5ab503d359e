import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RosterEntry, SessionDetail } from '#shared/contract/register.contract.ts';
import type { Hold } from '../camera/use-hold.ts';
import { isToDecide } from '../list/roster.ts';
import { RosterRow } from '../list/roster-row.tsx';
import { useLiveStore } from '../live-store.ts';
import classes from './close-register.module.css';

interface ClosingGroupsProps {
  session: SessionDetail;
  rows: readonly RosterEntry[];
  /** Those who were decided before the closing began. */
  decided: ReadonlySet<string>;
  hold: Hold;
  byHand: boolean;
}

/** Those to decide, then those decided before. */
export function ClosingGroups({ session, rows, decided, hold, byHand }: ClosingGroupsProps) {
  const { t } = useTranslation('live');
  const open = rows.filter(({ studentId }) => !decided.has(studentId));
  const left = open.filter(isToDecide).length;
  return (
    <div className={classes.groups} {...hold.handlers}>
      <Group
        title={
          left > 0 ? t('close.toDecide', { count: left, of: open.length }) : t('close.allDecided')
        }
        session={session}
        byHand={byHand}
        rows={open}
      />
      <Group
        title={t('close.group.decided')}
        session={session}
        byHand={byHand}
        rows={rows.filter(({ studentId }) => decided.has(studentId))}
      />
    </div>
  );
}

interface GroupProps {
  title: string;
  session: SessionDetail;
  byHand: boolean;
  rows: readonly RosterEntry[];
}

function Group({ title, session, byHand, rows }: GroupProps) {
  const selectedId = useLiveStore((state) => state.selectedId);
  if (rows.length === 0) return null;
  return (
    <section className={classes.group} aria-label={title}>
      <Title order={3} px={8} py={4}>
        {title}
      </Title>
      <ul className={classes.rows}>
        {rows.map((entry) => (
          <RosterRow
            key={entry.studentId}
            entry={entry}
            session={session}
            selected={entry.studentId === selectedId}
            tabStop={entry.studentId === selectedId}
            follow={false}
            byHand={byHand}
          />
        ))}
      </ul>
    </section>
  );
}
