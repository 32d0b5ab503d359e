import { UnstyledButton } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterEntry, SessionDetail, Status } from '#shared/contract/register.contract.ts';
import { markByHand } from './mark-by-hand.ts';
import { keepMark } from './mark-seen.ts';
import classes from './status-buttons.module.css';

function paintOf({ colour }: Status): CSSProperties {
  const paint = {
    '--pressed-fill': `var(--status-${colour}-fill)`,
    '--pressed-ink': `var(--status-${colour}-ink)`,
  };
  return paint as CSSProperties;
}

interface StatusButtonsProps {
  entry: RosterEntry;
  session: SessionDetail;
  /** Whether Tab comes to them. */
  reachable: boolean;
}

/** A button for each status of the school's, the one in force pressed, and one that takes it back. */
export function StatusButtons({ entry, session, reachable }: StatusButtonsProps) {
  const { t } = useTranslation('live');
  const { studentId, fullName: name } = entry;
  // A search stays: rows that come back would move under a second click.
  const set = (code: string | null) => {
    const isKept = entry.seenAt !== null && entry.mark?.code === code;
    void (isKept ? keepMark(session, entry) : markByHand(session.id, { studentId, code }));
  };
  const tabIndex = reachable ? 0 : -1;
  return (
    <span className={classes.buttons}>
      {session.statuses.map((status) => (
        <UnstyledButton
          key={status.code}
          className={classes.button}
          tabIndex={tabIndex}
          style={paintOf(status)}
          aria-pressed={entry.mark?.code === status.code}
          aria-label={t('setStatus', { label: status.label, name })}
          title={status.label}
          onClick={() => set(status.code)}
        >
          {status.code}
        </UnstyledButton>
      ))}
      <UnstyledButton
        className={classes.button}
        tabIndex={tabIndex}
        disabled={!entry.mark}
        aria-label={t('takeBack', { name })}
        title={t('takeBack', { name })}
        onClick={() => set(null)}
      >
        <IconArrowBackUp size={16} aria-hidden />
      </UnstyledButton>
    </span>
  );
}
