/** A mark that the services said is made: what must be there after any kill. */
export interface Acknowledged {
  eventId: string;
  sessionId: string;
  studentId: string;
  code: string;
}

/** What a look at the register after a kill found. */
export interface Findings {
  /** Acknowledged marks of which no event is there, or another than was said. */
  lost: number;
  /** Students with more marks in a session than were taken back, plus one. */
  duplicated: number;
  /** 1 when the hash chain does not hold. */
  chainBroken: number;
  /** 1 when SQLite's integrity_check finds anything. */
  damaged: number;
  /** Statuses in force that differ from the fold over the events. */
  misfolded: number;
}

/** One line of a child's standard output. */
export type ChildMessage =
  | { kind: 'checked'; findings: Findings }
  | { kind: 'acknowledged'; mark: Acknowledged }
  /** The register is under another key, and the services said so. */
  | { kind: 'rekeyed' };

/** What a child is started to do, in the environment variable TORTURE_TASK as JSON. */
export interface ChildTask {
  /**
   * `mark` and `rekey` check first, as a start of the app would, and then go on until they are
   * killed: with marks alone, or with a change of key after each register.
   */
  kind: 'prepare' | 'check' | 'mark' | 'rekey';
  /** The data folder. */
  folder: string;
  /** What the keychain is made from, in hexadecimal. */
  secret: string;
  /** The file of the marks acknowledged so far, a line of JSON each. */
  acknowledged: string;
}
