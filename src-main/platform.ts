import type { StartFailure } from '#shared/contract/app.contract.ts';
import type { FileFormat } from '#shared/contract/exports.contract.ts';
import type { DevicePreferences } from '#shared/contract/settings.contract.ts';

/** The system's keychain, as far as the register needs it. */
export interface Keychain {
  /** False where secrets would be kept in plain text (Linux without a keyring). */
  isAvailable(): boolean;
  wrap(secret: Buffer): Buffer;
  /** @throws when the keychain that wrapped the secret is gone or another one. */
  unwrap(wrapped: Buffer): Buffer;
}

export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  /** The message carries no personal data; of the cause only its name, code and stack are written. */
  error(message: string, cause?: unknown): void;
}

/**
 * Everything the services need from the machine they run on. The shell fills it from
 * Electron; integration tests fill it from a temporary folder. Services import no Electron.
 */
export interface Platform {
  /** Absolute path of the folder that holds the register; it exists. */
  dataFolder: string;
  versions: { app: string; electron: string; chromium: string };
  keychain: Keychain;
  log: Logger;
  /** The last lines of the log, oldest first. */
  recentLog(): string[];
  /** Milliseconds since the epoch, UTC. */
  now(): number;
  /** Minutes that local time is ahead of UTC at this instant. */
  utcOffsetMinutes(at: number): number;
  /** Null when every model file is there and has its SHA-256. */
  checkModels(): Promise<StartFailure | null>;
  /** Absolute path that the user chose, or null when they cancelled. */
  chooseSaveFile(suggestion: { name: string; format: FileFormat | 'json' }): Promise<string | null>;
  /** Absolute path of a file of this kind that the user chose, or null when they cancelled. */
  chooseFile(kind: 'backup'): Promise<string | null>;
  /** Absolute path of a folder that the user chose, or null when they cancelled. */
  chooseFolder(): Promise<string | null>;
  /** The window as it prints, on A4, as a PDF. */
  printWindow(options: { landscape: boolean }): Promise<Uint8Array>;
  openFolder(path: string): Promise<void>;
  revealFile(path: string): void;
  /** Where backups go on this laptop; null: into the data folder. */
  backupFolder: {
    read(): string | null;
    write(folder: string): void;
  };
  preferences: {
    read(): DevicePreferences;
    update(changes: Partial<DevicePreferences>): DevicePreferences;
  };
}
