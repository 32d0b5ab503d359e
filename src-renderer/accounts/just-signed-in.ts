/** The password that this window was just signed in with, and by whom; in memory alone. */
let typed: { username: string; password: string } | null = null;

/** Keeps it for the form that follows where it was a temporary one. */
export function keepTyped(username: string, password: string): void {
  typed = { username, password };
}

export function forgetTyped(): void {
  typed = null;
}

/** What this account was just signed in with; null where somebody has to type it. */
export function typedBy(username: string): string | null {
  return typed?.username === username ? typed.password : null;
}
