import type { SchoolSize } from './school-plan.ts';

/** What a process of the bench is to do with the register in this folder. */
export interface BenchTask {
  kind: 'build' | 'measure';
  folder: string;
  /** Of the keychain, in hex. */
  secret: string;
  size: SchoolSize;
}

/** What an open register took, in milliseconds. */
export interface Measured {
  openSessionMsP50: number;
  openSessionMsP95: number;
  startSessionMsP50: number;
  startSessionMsP95: number;
  monthReportMsP50: number;
  monthReportMsP95: number;
  /** One class over all its years. */
  longReportMsP95: number;
  /** The whole school over one month. */
  schoolMonthMsP95: number;
  studentPageMsP50: number;
  studentPageMsP95: number;
  onSiteMsP95: number;
  exportMs: number;
  exportRows: number;
  rebuildMs: number;
  cells: number;
  events: number;
  bytes: number;
}

export type BenchMessage =
  | { kind: 'built'; events: number }
  /** The register is open and answers. */
  | { kind: 'usable' }
  | { kind: 'measured'; measured: Measured };
