import { Center, Loader } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { SignInScreen } from '#renderer/accounts/sign-in-screen.tsx';
import { FirstRunScreen } from '#renderer/first-run/first-run-screen.tsx';
import { StartFailureScreen } from '#renderer/start-up/start-failure-screen.tsx';
import { UnlockScreen } from '#renderer/start-up/unlock-screen.tsx';
import { UnreachableScreen } from '#renderer/start-up/unreachable-screen.tsx';
import { assertNever } from '#shared/assert-never.ts';
import type { AppStatus } from '#shared/contract/app.contract.ts';
import { router } from './routes.tsx';
import { useStanding } from './standing.ts';

/** Lets people through to the screens once the register is open and somebody is signed in. */
export function Gate() {
  const standing = useStanding();
  useReadyMark(standing.kind !== 'connecting');
  switch (standing.kind) {
    case 'connecting':
      return <Connecting />;
    case 'unreachable':
      return <UnreachableScreen error={standing.error} />;
    case 'known':
      return standing.account ? (
        <RouterProvider router={router} key={standing.account.id} />
      ) : (
        <Doorstep status={standing.status} />
      );
    default:
      return assertNever(standing);
  }
}

/** Tells whoever drives the window from outside that there is something to see. */
function useReadyMark(ready: boolean): void {
  useEffect(() => {
    document.documentElement.toggleAttribute('data-app-ready', ready);
  }, [ready]);
}

function Doorstep({ status }: { status: AppStatus }) {
  switch (status.state) {
    case 'setup':
      return <FirstRunScreen />;
    case 'locked':
      return <UnlockScreen />;
    case 'failed':
      return <StartFailureScreen failure={status.failure} />;
    case 'ready':
      return <SignInScreen schoolName={status.schoolName} />;
    default:
      return assertNever(status);
  }
}

function Connecting() {
  const { t } = useTranslation();
  return (
    <Center h="100vh">
      <Loader role="status" aria-label={t('opening')} />
    </Center>
  );
}
