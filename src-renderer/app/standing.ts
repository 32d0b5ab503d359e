import { create } from 'zustand';
import type { Account, SignInState } from '#shared/contract/accounts.contract.ts';
import type { AppStatus } from '#shared/contract/app.contract.ts';
import type { Role } from '#shared/contract/base.ts';
import { errorCode } from './error-code.ts';
import { onConnectionLost, rollcall } from './rollcall-client.ts';

/** Where the window stands: what the main process said last, and who is signed in. */
export type Standing =
  | { kind: 'connecting' }
  | { kind: 'unreachable'; error: unknown }
  | { kind: 'known'; status: AppStatus; signIn: SignInState };

const SIGNED_OUT: SignInState = { state: 'signedOut' };

const useStandingStore = create<{ standing: Standing }>(() => ({
  standing: { kind: 'connecting' },
}));

function setStanding(standing: Standing): void {
  useStandingStore.setState({ standing });
}

export function getStanding(): Standing {
  return useStandingStore.getState().standing;
}

export function useStanding(): Standing {
  return useStandingStore((state) => state.standing);
}

let watch = new AbortController();

/** Takes over each sign-in state that main tells of, until `watch` is given up for another. */
async function followSignIn(status: AppStatus): Promise<void> {
  watch.abort();
  const mine = new AbortController();
  watch = mine;
  const states = await rollcall.accounts.watch({}, { signal: mine.signal });
  for await (const signIn of states) {
    if (mine.signal.aborted) return;
    setStanding({ kind: 'known', status, signIn });
  }
}

/** Asks the main process where the app stands, and follows who is signed in; never rejects. */
export async function loadStanding(): Promise<void> {
  try {
    takeStatus(await rollcall.app.status());
  } catch (error) {
    setStanding({ kind: 'unreachable', error });
  }
}

/** Takes over a status that a call has answered with. */
export function takeStatus(status: AppStatus): void {
  if (status.state !== 'ready') {
    watch.abort();
    setStanding({ kind: 'known', status, signIn: SIGNED_OUT });
    return;
  }
  const following = followSignIn(status);
  const { signal } = watch;
  following.catch((error) => {
    // What breaks off with the connection is asked for anew once that is seen to be lost.
    if (!signal.aborted && errorCode(error) !== null) setStanding({ kind: 'unreachable', error });
  });
}

/** What an error can say about the window as a whole: signed out, locked, another role, not open. */
const ABOUT_THE_WINDOW: ReadonlySet<string | null> = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'LOCKED',
  'PASSWORD_DUE',
  'NOT_READY',
]);

/** Looks anew how the window stands after an error that says something about it. */
export function noteError(error: unknown): void {
  if (ABOUT_THE_WINDOW.has(errorCode(error))) void loadStanding();
}

/** Asks anew when the connection is lost while in use; a first connection that fails is shown instead. */
export function watchConnection(): void {
  onConnectionLost(() => {
    if (getStanding().kind !== 'known') return;
    setStanding({ kind: 'connecting' });
    void loadStanding();
  });
  void loadStanding();
}

function accountOf(standing: Standing): Account | null {
  if (standing.kind !== 'known' || standing.signIn.state === 'signedOut') return null;
  return standing.signIn.account;
}

/** Whether the window waits for the password; calls are then refused with LOCKED. */
export function useIsLocked(): boolean {
  return useStandingStore(
    ({ standing }) => standing.kind === 'known' && standing.signIn.state === 'locked',
  );
}

/** The account signed in. For screens behind sign-in only. */
export function useAccount(): Account {
  const account = useStandingStore((state) => accountOf(state.standing));
  if (!account) throw new Error('This screen needs somebody signed in.');
  return account;
}

/** The role of whoever is signed in; null while nobody is. */
export function currentRole(): Role | null {
  return accountOf(getStanding())?.role ?? null;
}

/** Whether whoever is signed in has one of these roles. */
export function useHasRole(roles: readonly Role[]): boolean {
  const role = useStandingStore((state) => accountOf(state.standing)?.role);
  return role !== undefined && roles.includes(role);
}

export function useIsAdmin(): boolean {
  return useHasRole(ADMINS);
}

const ADMINS: readonly Role[] = ['admin'];
