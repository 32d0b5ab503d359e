import { Center, Loader } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { IdleLock } from '#renderer/accounts/idle-lock.tsx';
import { LockScreen } from '#renderer/accounts/lock-screen.tsx';
import { OwnPasswordScreen } from '#renderer/accounts/own-password-screen.tsx';
import { SignInScreen } from '#renderer/accounts/sign-in-screen.tsx';
import { FirstRunScreen } from '#renderer/first-run/first-run-screen.tsx';
import { StartFailureScreen } from '#renderer/start-up/start-failure-screen.tsx';
import { UnlockScreen } from '#renderer/start-up/unlock-screen.tsx';
import { UnreachableScreen } from '#renderer/start-up/unreachable-screen.tsx';
import { assertNever } from '#shared/assert-never.ts';
import type { SignInState } from '#shared/contract/accounts.contract.ts';
import type { AppStatus } from '#shared/contract/app.contract.ts';
import { forgetAnswers } from './query-client.ts';
import { router } from './routes.tsx';
import { useStanding } from './standing.ts';
import { clearToasts } from './toast.tsx';

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
      return <Known status={standing.status} signIn={standing.signIn} />;
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

function Known({ status, signIn }: { status: AppStatus; signIn: SignInState }) {
  switch (signIn.state) {
    case 'signedOut':
      return <Doorstep status={status} />;
    case 'passwordDue':
      return <OwnPasswordScreen account={signIn.account} />;
    case 'locked':
    case 'signedIn':
      return <Screens key={signIn.account.id} signIn={signIn} />;
    default:
      return assertNever(signIn);
  }
}

/** The screens stay as they are behind a lock: what was typed is there afterwards. */
function Screens({ signIn }: { signIn: Extract<SignInState, { state: 'signedIn' | 'locked' }> }) {
  useForgetAfterwards();
  return (
    <>
      <RouterProvider router={router} />
      {signIn.state === 'locked' ? (
        <LockScreen account={signIn.account} />
      ) : (
        <IdleLock minutes={signIn.idleLockMinutes} />
      )}
    </>
  );
}

/** Whoever signs in next begins on the first page, and finds nothing that was shown before. */
function useForgetAfterwards(): void {
  useEffect(
    () => () => {
      void router.navigate({ to: '/' });
      forgetAnswers();
      clearToasts();
    },
    [],
  );
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
