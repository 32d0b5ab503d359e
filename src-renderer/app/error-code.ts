import { ORPCError } from '@orpc/client';
import type { InferContractRouterErrorMap } from '@orpc/contract';
import type { Contract } from '#shared/contract/index.ts';

type KeysOfUnion<T> = T extends unknown ? keyof T : never;

/** Every error code that the contract declares. */
export type ContractErrorCode = KeysOfUnion<InferContractRouterErrorMap<Contract>> & string;

/** Codes that come from the transport rather than from a service. */
export type TransportErrorCode = 'BAD_REQUEST' | 'INTERNAL_SERVER_ERROR' | 'CONNECTION_LOST';

export type ErrorCode = ContractErrorCode | TransportErrorCode;

/** The code of an error as it was raised; null for what is no answer of the main process. */
export function errorCode(error: unknown): string | null {
  return error instanceof ORPCError ? error.code : null;
}

/** What the service said along with the code, unknown until looked at. */
export function errorData(error: unknown): Record<string, unknown> {
  if (!(error instanceof ORPCError)) return {};
  const data: unknown = error.data;
  return typeof data === 'object' && data !== null ? { ...data } : {};
}
