let lastAttempt: Promise<unknown> = Promise.resolve();

/**
 * Judges password attempts one after another. Guesses made at the same time would otherwise all
 * be read before the first failure locks the account.
 */
export function judgeInTurn<T>(judge: () => Promise<T>): Promise<T> {
  const turn = lastAttempt.then(judge);
  lastAttempt = turn.catch(() => undefined);
  return turn;
}
