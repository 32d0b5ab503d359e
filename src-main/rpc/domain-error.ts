import type {
  AnyContractRouter,
  InferContractRouterErrorMap,
  InferSchemaInput,
} from '@orpc/contract';
import { ORPCError } from '@orpc/server';
import type { Contract } from '#shared/contract/index.ts';

type ErrorMapsOf<T> = T extends AnyContractRouter ? InferContractRouterErrorMap<T> : never;
type ContractErrors = ErrorMapsOf<Contract>;
type KeysOfEach<T> = T extends unknown ? keyof T : never;

/** Every error code that some procedure of the contract declares. */
export type ErrorCode = Extract<KeysOfEach<ContractErrors>, string>;

type DataSchemaOf<T, C extends string> = T extends { [K in C]: { data: infer S } } ? S : never;
type DataOf<C extends ErrorCode> = InferSchemaInput<DataSchemaOf<ContractErrors, C>>;
type DataArgument<C extends ErrorCode> = [DataSchemaOf<ContractErrors, C>] extends [never]
  ? []
  : undefined extends DataOf<C>
    ? [data?: DataOf<C>]
    : [data: DataOf<C>];

/**
 * A refusal that the contract names. Services throw it; it crosses to the window as the error
 * that the procedure declares, with its data checked against the contract:
 * `throw new DomainError('NOT_FOUND', { what: 'student' })`.
 */
export class DomainError<C extends ErrorCode = ErrorCode> extends ORPCError<C, unknown> {
  constructor(code: C, ...[data]: DataArgument<C>) {
    super(code, { data });
    this.name = 'DomainError';
  }
}
