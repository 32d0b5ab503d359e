import { join } from 'node:path';
import log from 'electron-log/main';
import type { Logger } from '../platform.ts';

const LOG_FILE_BYTES = 1024 * 1024;

/**
 * What of an error may be written down: its name, its code and where it was raised. Messages are
 * left out, for they can quote a student's name out of a constraint or a path.
 */
export function describeCause(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  const code = 'code' in cause ? ` ${String(cause.code)}` : '';
  const frames = (cause.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return [`${cause.name}${code}`, ...frames].join('\n');
}

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
    error: (message, cause) =>
      log.error(cause === undefined ? message : `${message}: ${describeCause(cause)}`),
  };
}
