import { isContractProcedure } from '@orpc/contract';
import type { z } from 'zod';
import type { Access, ProcedureMeta } from '#shared/contract/base.ts';
import { contract } from '#shared/contract/index.ts';

/** A procedure of the contract, as far as a stranger to its meaning needs to know it. */
export interface Procedure {
  path: readonly string[];
  access: Access;
  input: z.core.$ZodType | null;
}

function listUnder(node: unknown, path: readonly string[]): Procedure[] {
  if (isContractProcedure(node)) {
    const { meta, inputSchema } = node['~orpc'];
    const { access }: ProcedureMeta = meta;
    const input = inputSchema && '_zod' in inputSchema ? (inputSchema as z.core.$ZodType) : null;
    return [{ path, access, input }];
  }
  return Object.entries(node as object).flatMap(([key, child]) => listUnder(child, [...path, key]));
}

/** Every procedure that the window may call. */
export const listProcedures = (): Procedure[] => listUnder(contract, []);
