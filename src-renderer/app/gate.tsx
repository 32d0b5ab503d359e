import { Center, Loader } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/assert-never.ts';
import type { AppStatus } from '#shared/contract/app.contract.ts';
import { SignInScreen } from '../accounts/sign-in-screen.tsx';
import { FirstRunScreen } from '../first-run/first-run-screen.tsx';
import { StartFailureScreen } from '../start-up/start-failure-screen.tsx';
import { UnlockScreen } from '../start-up/unlock-screen.tsx';
import { UnreachableScreen } from '../start-up/unreachable-screen.tsx';
import { router } from './routes.tsx';
import { useStanding } from './standing.ts';

/** Lets people through to the screens once the register is open and somebody is signed in. */
export function Gate() {
  const standing = useStanding();
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
      <Loader aria-label={t('opening')} />
    </Center>
  );
}
