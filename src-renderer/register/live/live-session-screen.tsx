import { Box, Center, Loader } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '#renderer/app/parts/page.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { ChangeRefused } from '../history/change-refused.tsx';
import { SessionResult } from './closing/session-result.tsx';
import { useLiveStore } from './live-store.ts';
import { OpenSession } from './open-session.tsx';
import { useFollowedSession } from './use-followed-session.ts';

/** Takes one session's register by face; shows what came of it once it has ended. */
export function LiveSessionScreen() {
  const { t } = useTranslation(['live', 'app']);
  const { sessionId } = useParams({ from: '/sessions/$sessionId/live' });
  const readAgain = useFollowedSession(sessionId);
  const session = useLiveStore((state) => state.session);
  const failure = useLiveStore((state) => state.failure);
  useDocumentTitle(session ? `${t('title', { ...session })} · ${t('app:name')}` : t('app:name'));
  if (session?.id !== sessionId) {
    return failure ? (
      <Box p="lg">
        <Problem error={failure} onRetry={readAgain} />
      </Box>
    ) : (
      <Center h="60vh">
        <Loader role="status" aria-label={t('opening')} />
      </Center>
    );
  }
  if (session.endedAt === null && session.change.kind !== 'allowed') {
    return (
      <Page title={t('title', { ...session })} maxWidth={880}>
        <ChangeRefused change={session.change} />
      </Page>
    );
  }
  return session.endedAt === null ? (
    <OpenSession session={session} />
  ) : (
    <SessionResult session={session} />
  );
}
