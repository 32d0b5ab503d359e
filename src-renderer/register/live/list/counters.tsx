import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SessionDetail } from '#shared/contract/register.contract.ts';
import { LookBadge } from '../../status-badge.tsx';
import type { StatusLook } from '../../status-look.ts';
import { useLiveStore } from '../live-store.ts';
import classes from './counters.module.css';
import { countRoster, type Presence } from './roster.ts';

const LOOKS: Record<Presence, StatusLook> = {
  present: 'present',
  unsure: 'unsure',
  unmarked: 'unmarked',
  away: 'absent',
};

/**
 * How many are present, in doubt, not marked and away; pressed, the list shows only these. They
 * take the same room whatever they count: what is below them stays where it is.
 */
export function Counters({ session }: { session: SessionDetail }) {
  const { t } = useTranslation(['live', 'register']);
  const counts = countRoster(session.roster, session.statuses);
  return (
    <fieldset className={classes.counters} aria-label={t('counters')}>
      <Counter presence="present" count={counts.present}>
        {counts.late > 0 && t('register:inclLate', { count: counts.late })}
      </Counter>
      <Counter presence="unsure" count={counts.unsure} />
      <Counter presence="unmarked" count={counts.unmarked} />
      <Counter presence="away" count={counts.away} />
    </fieldset>
  );
}

interface CounterProps {
  presence: Presence;
  count: number;
  children?: React.ReactNode;
}

function Counter({ presence, count, children }: CounterProps) {
  const { t } = useTranslation(['live', 'register']);
  const pressed = useLiveStore((state) => state.shown === presence);
  const what = t(`count.${presence}`);
  return (
    <UnstyledButton
      className={classes.counter}
      aria-pressed={pressed}
      title={t('countFilter', { count, what })}
      data-count={presence}
      onClick={() => useLiveStore.setState({ shown: pressed ? 'all' : presence })}
    >
      <span className={classes.number} data-figures>
        {count}
      </span>
      <span className={classes.what}>
        <span aria-hidden className={classes.badge}>
          <LookBadge look={LOOKS[presence]} size="sm" label={what} />
        </span>
        {what}
      </span>
      <span className={classes.more}>{children}</span>
    </UnstyledButton>
  );
}
