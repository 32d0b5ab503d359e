import type { ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type {} from '#dev/electron-stand-in/page/test-camera.ts';

export const root = resolve(import.meta.dirname, '..', '..');

export interface LaunchOptions {
  /** The built main process; the app's own when left out. */
  bundle?: string | undefined;
  /** The data folder; a fresh one when left out. */
  userData?: string | undefined;
  /** An .mjpeg that plays as the camera; without one there is the machine's own camera or none. */
  camera?: string | undefined;
  args?: readonly string[] | undefined;
  env?: Record<string, string> | undefined;
  /** What the system prefers; light when left out. */
  colorScheme?: 'light' | 'dark' | undefined;
  /** Size of the page in CSS pixels; the app's own choice when left out. */
  size?: { width: number; height: number } | undefined;
}

/** The options with the two that are always needed filled in. */
export type Launch = LaunchOptions & { bundle: string; userData: string };

export const APP_BUNDLE = join(root, 'out', 'main', 'index.js');

/** Answers to the dialogs that the app will show; each is used once, in the order given. */
export interface Dialogs {
  /** null: the user cancels. */
  answerSave(path: string | null): Promise<void>;
  answerOpen(paths: readonly string[]): Promise<void>;
  answerMessage(button: number): Promise<void>;
}

/** What a test can do to the recorded camera; only with the option `camera`. */
export interface CameraControl {
  /** Pulls the cable: running pictures end, and there is no camera until it is plugged in again. */
  unplug(): Promise<void>;
  plugIn(): Promise<void>;
  /** Another program takes the camera. */
  occupy(): Promise<void>;
}

export type PowerEvent = 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen';

/** An app that has been started, by whichever means. */
export interface Driver {
  page: Page;
  process: ChildProcess;
  dialogs: Dialogs;
  camera: CameraControl;
  /** Lets the app believe that the computer goes to sleep, and so on. */
  power(event: PowerEvent): Promise<void>;
  /** What it has printed so far. */
  output(): string;
  /** Lets go of the connection to it. */
  disconnect(): Promise<void>;
}

/** The environment of the app: this one's, the data folder, and what the test adds. */
export function environment({ userData, env }: Launch): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  // Vitest's own variables would make the app's libraries behave as under test.
  const {
    NODE_OPTIONS: _options,
    VITEST: _vitest,
    NODE_ENV: _env,
    ...rest
  } = Object.fromEntries(inherited);
  return { ...rest, ROLLCALL_DATA_FOLDER: userData, ...env };
}

/** The hand on the camera that the stand-in's page script offers; see page/test-camera.ts. */
export function cameraOf(page: Page): CameraControl {
  const act = (action: keyof CameraControl): Promise<void> =>
    page.evaluate((name) => {
      if (window.standInCamera === undefined) throw new Error('No clip plays as the camera.');
      window.standInCamera[name]();
    }, action);
  return {
    unplug: () => act('unplug'),
    plugIn: () => act('plugIn'),
    occupy: () => act('occupy'),
  };
}
