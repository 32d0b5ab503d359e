import { ORPCError } from '@orpc/server';
import type { RegisterHost } from '../app/register-host.ts';
import { storageProblem } from '../db/storage-error.ts';
import type { CallContext } from './call-context.ts';
import { DomainError } from './domain-error.ts';
import { rpcMiddleware } from './middleware.ts';
import { isStream, watchStream } from './watched-stream.ts';

/** Whether it is the data folder itself that is away; one that is back is taken up again. */
function isFolderGone(host: RegisterHost): boolean {
  try {
    host.keepInPlace();
    return false;
  } catch (error) {
    return error instanceof DomainError && error.code === 'STORAGE_GONE';
  }
}

function storageRefusal(error: unknown, host: RegisterHost): DomainError | null {
  const problem = storageProblem(error);
  if (problem !== null && isFolderGone(host)) return new DomainError('STORAGE_GONE');
  switch (problem) {
    case 'full':
      return new DomainError('STORAGE_FULL');
    case 'readOnly':
      return new DomainError('STORAGE_READ_ONLY');
    case 'busy':
      return new DomainError('STORAGE_BUSY');
    case 'gone':
      return new DomainError('STORAGE_GONE');
    default:
      return null;
  }
}

/** Refusals pass as they are, storage errors get their code, the rest is a fault of ours. */
function toContractError(
  error: unknown,
  path: readonly string[],
  { host, platform: { log } }: CallContext,
): unknown {
  const isRefusal =
    error instanceof DomainError ||
    (error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR');
  if (isRefusal) return error;
  const refusal = storageRefusal(error, host);
  log.error(`${path.join('.')} failed`, error);
  return refusal ?? new ORPCError('INTERNAL_SERVER_ERROR');
}

/**
 * The one place where what was thrown becomes what the window is told. Nothing is acknowledged that
 * is not in the data folder.
 */
export const mapErrors = rpcMiddleware.middleware(async ({ context, next, path, signal }) => {
  const mapError = (error: unknown): unknown =>
    signal?.aborted ? error : toContractError(error, path, context);
  try {
    const result = await next();
    if (!isStream(result.output)) {
      context.host.keepInPlace();
      return result;
    }
    const beforeValue = () => context.host.keepInPlace();
    return { ...result, output: watchStream(result.output, { mapError, beforeValue }) };
  } catch (error) {
    throw mapError(error);
  }
});
