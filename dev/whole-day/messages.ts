/** What a child is started to do, in the environment variable DAY_TASK as JSON. */
export interface DayTask {
  /** The first ends only when it is killed. */
  part: 'untilCrash' | 'afterCrash';
  dataFolder: string;
  /** What the keychain is made from, in hexadecimal. */
  secret: string;
  backupFolder: string;
  /** Where a person saves spreadsheets. */
  exportFolder: string;
}

/** The line that a child prints when it may be killed, or has come to its end. */
export const REACHED = 'The part of the day is reached.';
