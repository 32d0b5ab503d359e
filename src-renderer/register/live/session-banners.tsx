import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconRefresh, IconShieldOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { errorText } from '#renderer/app/error-text.ts';
import { formatList } from '#renderer/app/format.ts';
import { ClockWarning } from '#renderer/clock/clock-warning.tsx';
import type { SessionDetail } from '#shared/contract/register.contract.ts';
import { markByHand } from './list/mark-by-hand.ts';
import { useLiveStore } from './live-store.ts';
import type { NotSaved } from './not-saved.ts';
import classes from './session-banners.module.css';

interface SessionBannersProps {
  session: SessionDetail;
  closing: boolean;
}

/** What the teacher has to know before anything else: nothing here can be overlooked. */
export function SessionBanners({ session, closing }: SessionBannersProps) {
  const { t } = useTranslation('clock');
  return (
    <>
      {session.livenessPolicy === 'off' && <PolicyOffBanner />}
      <ClockWarning consequence={session.lateAfterMinutes === null ? null : t('late')} />
      <div className={classes.sudden} data-closing={closing || undefined}>
        <SuddenBanners session={session} />
      </div>
    </>
  );
}

/** What comes and goes; it lies over the picture, so that no row of the list moves. */
function SuddenBanners({ session }: { session: SessionDetail }) {
  const notSaved = useLiveStore((state) => state.notSaved);
  const following = useLiveStore((state) => state.following);
  const failure = useLiveStore((state) => state.failure);
  return (
    <>
      {notSaved && <NotSavedBanner session={session} notSaved={notSaved} />}
      {failure !== null && <FailureBanner failure={failure} />}
      {!following && <ReconnectingBanner />}
    </>
  );
}

function PolicyOffBanner() {
  const { t } = useTranslation('live');
  return (
    <Alert color="red" variant="filled" py={6} icon={<IconShieldOff aria-hidden />} role="alert">
      <Text span inherit fw={680}>
        {t('policyOff.title')}
      </Text>{' '}
      {t('policyOff.advice')}
    </Alert>
  );
}

function NotSavedBanner({ session, notSaved }: { session: SessionDetail; notSaved: NotSaved }) {
  const { t } = useTranslation(['live', 'app']);
  const { title, advice } = errorText(notSaved.error);
  const names = notSaved.byHand.map(
    ({ studentId }) =>
      session.roster.find((entry) => entry.studentId === studentId)?.fullName ?? studentId,
  );
  const again = () => {
    for (const mark of notSaved.byHand) void markByHand(session.id, mark);
  };
  return (
    <Alert
      color="red"
      variant="filled"
      py="xs"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('notSaved.title', { title })}
      role="alert"
    >
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <Text size="sm" c="inherit">
          {advice} {notSaved.faces && t('notSaved.faces')}{' '}
          {names.length > 0 &&
            t('notSaved.byHand', { count: names.length, names: formatList(names) })}
        </Text>
        <Group gap="xs" wrap="nowrap">
          {names.length > 0 && (
            <Button size="xs" variant="white" color="red" onClick={again}>
              {t('app:tryAgain')}
            </Button>
          )}
          <Button
            size="xs"
            variant="white"
            color="red"
            onClick={() => useLiveStore.setState({ notSaved: null })}
          >
            {t('notSaved.let')}
          </Button>
        </Group>
      </Group>
    </Alert>
  );
}

function FailureBanner({ failure }: { failure: unknown }) {
  const { title, advice } = errorText(failure);
  return (
    <Alert color="red" py="xs" icon={<IconAlertTriangle aria-hidden />} title={title} role="alert">
      {advice}
    </Alert>
  );
}

function ReconnectingBanner() {
  const { t } = useTranslation('live');
  return (
    <Alert color="yellow" py="xs" icon={<IconRefresh aria-hidden />} role="status">
      {t('reconnecting')}
    </Alert>
  );
}
