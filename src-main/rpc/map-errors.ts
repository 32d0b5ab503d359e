import { ORPCError } from '@orpc/server';
import { storageProblem } from '../db/storage-error.ts';
import type { Logger } from '../platform.ts';
import { DomainError } from './domain-error.ts';
import { rpcMiddleware } from './middleware.ts';
import { isStream, watchStream } from './watched-stream.ts';

function storageRefusal(error: unknown): DomainError | null {
  switch (storageProblem(error)) {
    case 'full':
      return new DomainError('STORAGE_FULL');
    case 'readOnly':
      return new DomainError('STORAGE_READ_ONLY');
    case 'busy':
      return new DomainError('STORAGE_BUSY');
    default:
      return null;
  }
}

/** Refusals pass as they are, storage errors get their code, the rest is a fault of ours. */
function toContractError(error: unknown, path: readonly string[], log: Logger): unknown {
  const isRefusal =
    error instanceof DomainError ||
    (error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR');
  if (isRefusal) return error;
  const refusal = storageRefusal(error);
  log.error(`${path.join('.')} failed`, error);
  return refusal ?? new ORPCError('INTERNAL_SERVER_ERROR');
}

/** The one place where what was thrown becomes what the window is told. */
export const mapErrors = rpcMiddleware.middleware(async ({ context, next, path, signal }) => {
  const mapError = (error: unknown): unknown =>
    signal?.aborted ? error : toContractError(error, path, context.platform.log);
  try {
    const result = await next();
    return isStream(result.output)
      ? { ...result, output: watchStream(result.output, { mapError }) }
      : result;
  } catch (error) {
    throw mapError(error);
  }
});
