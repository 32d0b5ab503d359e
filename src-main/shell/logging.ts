import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import log from 'electron-log/main';
import type { Logger } from '../platform.ts';
import { logLine } from './describe-cause.ts';

const LOG_FILE_BYTES = 1024 * 1024;
const KEPT_LINES = 400;

/** Logs to one rotated file in the data folder, without personal data. */
export function openLog(folder: string): Logger {
  log.transports.file.resolvePathFn = () => join(folder, 'logs', 'rollcall.log');
  log.transports.file.maxSize = LOG_FILE_BYTES;
  log.transports.file.level = 'info';
  log.transports.console.level = 'warn';
  log.transports.ipc.level = false;
  return {
    info: (message) => log.info(message),
    warn: (message) => log.warn(message),
    error: (message, cause) => log.error(logLine(message, cause)),
  };
}

/** The last lines of the log file, oldest first; none where there is no file yet. */
export function recentLog(folder: string): string[] {
  const file = join(folder, 'logs', 'rollcall.log');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(-KEPT_LINES) : [];
}
