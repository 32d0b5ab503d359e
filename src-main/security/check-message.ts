import type { ChainBreak, ChainHead } from '#shared/register/chain-break.ts';

/** A place where somebody outside of the database remembers how the log ended. */
export interface Witness {
  by: 'check' | 'backup' | 'export';
  at: number;
  heads: ChainHead[];
}

/** `key` is the register's, 32 bytes. */
export interface CheckTask {
  database: string;
  key: Uint8Array;
  /** How far the log is known to be intact; null: everything is walked. */
  verified: ChainHead[] | null;
  witnesses: Witness[];
  /** Devices whose log was cut by going back to a backup, and the places they were cut at. */
  cuts: Record<string, number>;
}

export interface CheckOutcome {
  /** Whether everything was walked. */
  isFull: boolean;
  events: number;
  heads: ChainHead[];
  broken:
    | (Omit<ChainBreak, 'problem'> & {
        problem: string;
        witness: Pick<Witness, 'by' | 'at'> | null;
      })
    | null;
}

export type CheckAnswer =
  | { kind: 'done'; outcome: CheckOutcome }
  | { kind: 'failed'; code: string; message: string };
