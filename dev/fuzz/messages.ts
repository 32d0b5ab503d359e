/** What `npm run fuzz` counts; everything but `calls` and `files` must be nought. */
export interface FuzzResult {
  calls: number;
  files: number;
  /** Calls and files that were answered as a fault of ours, and deaths of the process. */
  crashes: number;
  /** Calls that got past the door although the contract does not admit the caller's role. */
  unauthorised: number;
  /** Promises and events that failed with nobody to hear it. */
  unhandled: number;
  /** Writes outside the data folder and the place that the save dialog answered. */
  escapes: number;
}

/** What the child is started to do, in the environment variable FUZZ_TASK as JSON. */
export interface FuzzTask {
  /** An empty folder; of it, only what `writableFolders` names may be written. */
  place: string;
  calls: number;
  files: number;
  seed: number;
}

/** One line of the child's standard output. */
export type FuzzMessage =
  | { kind: 'progress'; calls: number }
  | { kind: 'files'; files: number }
  | { kind: 'fault'; of: keyof FuzzResult; where: string; what: string }
  /** What the services logged about the fault that is reported next. */
  | { kind: 'cause'; what: string }
  | { kind: 'done'; calls: number; files: number };
