import type { FileFault } from '#shared/contract/imports.contract.ts';

/** The file cannot be read as a list; thrown in the thread that reads it. */
export class UnreadableFile extends Error {
  readonly why: FileFault;
  constructor(why: FileFault) {
    super(`The file is refused: ${why}.`);
    this.name = 'UnreadableFile';
    this.why = why;
  }
}
