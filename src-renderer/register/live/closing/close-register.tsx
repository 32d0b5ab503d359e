import { Button, Group, Text, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowLeft, IconCheck } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ariaKeysOf, hotkeyOf } from '#renderer/app/hotkeys.ts';
import type { RosterEntry, SessionDetail } from '#shared/contract/register.contract.ts';
import { SHORTCUTS } from '#shared/shortcuts/shortcuts.ts';
import { SeenCard } from '../camera/seen-card.tsx';
import { useHold } from '../camera/use-hold.ts';
import { Counters } from '../list/counters.tsx';
import { MarkRestButton } from '../list/mark-rest-button.tsx';
import { closingOrder, isToDecide } from '../list/roster.ts';
import { SearchBox } from '../list/search-box.tsx';
import { statusKeys } from '../list/status-keys.ts';
import { useListKeys } from '../list/use-list-keys.ts';
import { useShownRows } from '../list/use-shown-rows.ts';
import classes from './close-register.module.css';
import { ClosingGroups } from './closing-groups.tsx';
import { useEndSession } from './use-end-session.ts';

interface CloseRegisterProps {
  session: SessionDetail;
  /** Whether nobody can be marked by face. */
  byHand: boolean;
  onBack: () => void;
}

interface ClosingRows {
  everyone: RosterEntry[];
  /** Those who were decided before the closing began. */
  decided: ReadonlySet<string>;
}

/** The rows in the order they had when the closing began, so that none jumps while it is worked. */
function useClosingRows(session: SessionDetail): ClosingRows {
  const [order] = useState(() => closingOrder(session.roster).map((entry) => entry.studentId));
  const [decided] = useState(
    () => new Set(session.roster.flatMap((entry) => (isToDecide(entry) ? [] : entry.studentId))),
  );
  const everyone = useMemo(() => {
    const byId = new Map(session.roster.map((entry) => [entry.studentId, entry]));
    return order.flatMap((id) => byId.get(id) ?? []);
  }, [session.roster, order]);
  return { everyone, decided };
}

/** The last look at the list before it is closed, worked with the keyboard. */
export function CloseRegister({ session, byHand, onBack }: CloseRegisterProps) {
  const hold = useHold();
  const { everyone, decided } = useClosingRows(session);
  const rows = useShownRows(everyone, session.statuses, hold.held);
  const searchBox = useRef<HTMLInputElement>(null);
  const { end, ending } = useEndSession(session.id);
  useListKeys({ session, rows, everyone, withRest: true }, searchBox);
  useHotkeys([[hotkeyOf(SHORTCUTS.finish), (event) => !event.repeat && !ending && end()]]);
  return (
    <div className={classes.closing}>
      <ClosingHead
        session={session}
        byHand={byHand}
        onBack={onBack}
        onClose={end}
        ending={ending}
      />
      <div className={classes.tools}>
        <Counters session={session} />
        <SearchBox ref={searchBox} />
        <MarkRestButton session={session} size="sm" />
      </div>
      <ClosingGroups session={session} rows={rows} decided={decided} hold={hold} byHand={byHand} />
      <SeenCard session={session} />
    </div>
  );
}

interface ClosingHeadProps extends CloseRegisterProps {
  onClose: () => void;
  ending: boolean;
}

function ClosingHead({ session, onBack, onClose, ending }: ClosingHeadProps) {
  const { t } = useTranslation('live');
  const left = session.roster.filter((entry) => !entry.mark).length;
  const keys = [...statusKeys(session.statuses).keys()].join(' ').toUpperCase();
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-end">
      <div>
        <Title order={2}>{t('close.title')}</Title>
        <Text size="sm" c="dimmed">
          {t('close.about')} {t('keys', { keys })} {t('close.confirmKey')}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap" style={{ flexShrink: 0 }}>
        <Button
          variant="default"
          leftSection={<IconArrowLeft data-flips size={18} aria-hidden />}
          onClick={onBack}
        >
          {t('close.goBack')}
        </Button>
        <Button
          leftSection={<IconCheck size={18} aria-hidden />}
          aria-keyshortcuts={ariaKeysOf(SHORTCUTS.finish)}
          loading={ending}
          onClick={onClose}
          data-close-register
        >
          {t('close.confirm', { count: left })}
        </Button>
      </Group>
    </Group>
  );
}
