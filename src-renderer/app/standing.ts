import { create } from 'zustand';
import type { Account } from '#shared/contract/accounts.contract.ts';
import type { AppStatus } from '#shared/contract/app.contract.ts';
import { errorCode } from './error-code.ts';
import { onConnectionLost, rollcall } from './rollcall-client.ts';

/** Where the window stands: what the main process said last, and who is signed in. */
export type Standing =
  | { kind: 'connecting' }
  | { kind: 'unreachable'; error: unknown }
  | { kind: 'known'; status: AppStatus; account: Account | null };

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

/** Asks the main process where the app stands and who is signed in; never rejects. */
export async function loadStanding(): Promise<void> {
  try {
    const status = await rollcall.app.status();
    const account = status.state === 'ready' ? await rollcall.accounts.me() : null;
    setStanding({ kind: 'known', status, account });
  } catch (error) {
    setStanding({ kind: 'unreachable', error });
  }
}

/** Takes over a status that a call has answered with. */
export function setStatus(status: AppStatus): void {
  const standing = getStanding();
  const account = standing.kind === 'known' && status.state === 'ready' ? standing.account : null;
  setStanding({ kind: 'known', status, account });
}

/** Lets the account in that the first run has just made. */
export function enter(status: AppStatus, account: Account): void {
  setStanding({ kind: 'known', status, account });
}

export function setAccount(account: Account | null): void {
  const standing = getStanding();
  if (standing.kind === 'known') setStanding({ ...standing, account });
}

/** Follows what an error says about the app as a whole: signed out, another role, not open. */
export function noteError(error: unknown): void {
  const code = errorCode(error);
  if (code === 'UNAUTHENTICATED') setAccount(null);
  if (code === 'NOT_READY' || code === 'FORBIDDEN') void loadStanding();
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

function signedIn(standing: Standing): Account | null {
  return standing.kind === 'known' ? standing.account : null;
}

/** The account signed in. For screens behind sign-in only. */
export function useAccount(): Account {
  const account = useStandingStore((state) => signedIn(state.standing));
  if (!account) throw new Error('This screen needs somebody signed in.');
  return account;
}

export function useIsAdmin(): boolean {
  return useStandingStore((state) => signedIn(state.standing)?.role === 'admin');
}

export function isAdmin(): boolean {
  return signedIn(getStanding())?.role === 'admin';
}
