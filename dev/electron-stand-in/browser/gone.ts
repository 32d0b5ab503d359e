/** What was asked of a page or browser that has closed. */
export class GoneError extends Error {
  override readonly name = 'GoneError';
}

/** For what is asked of a page that may close meanwhile: only other failures are worth a word. */
export function unlessGone(work: Promise<unknown>): void {
  work.catch((cause: unknown) => {
    if (!(cause instanceof GoneError)) console.error('stand-in:', cause);
  });
}
