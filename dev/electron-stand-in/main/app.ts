import type * as Electron from 'electron';
import { loud } from '../not-in-stand-in.ts';
import { AppPaths } from './app-paths.ts';
import { KnownEvents } from './known-events.ts';
import { openWindows } from './open-windows.ts';
import { preventable } from './prevent-default.ts';
import { appPackage, runtime } from './runtime.ts';
import { SingleInstance } from './single-instance.ts';

const EVENTS = [
  'will-finish-launching',
  'ready',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'activate',
  'second-instance',
  'browser-window-created',
  'browser-window-focus',
  'browser-window-blur',
  'web-contents-created',
  'render-process-gone',
  // Never emitted: this browser has no such thing to say to the main process.
  'child-process-gone',
  'certificate-error',
  'login',
  'open-file',
  'open-url',
];

type Implemented = Pick<
  Electron.App,
  | 'quit'
  | 'exit'
  | 'relaunch'
  | 'isReady'
  | 'whenReady'
  | 'focus'
  | 'getAppPath'
  | 'getPath'
  | 'setPath'
  | 'getVersion'
  | 'getName'
  | 'setName'
  | 'name'
  | 'getLocale'
  | 'getSystemLocale'
  | 'getPreferredSystemLanguages'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'setAppUserModelId'
  | 'enableSandbox'
  | 'disableHardwareAcceleration'
  | 'isPackaged'
  | 'commandLine'
>;

class StandInApp extends KnownEvents implements Implemented {
  readonly isPackaged = false;
  private readonly paths = new AppPaths();
  private readonly instance = new SingleInstance();
  private readonly ready = Promise.withResolvers<void>();
  private chosenName: string | null = null;
  private isQuitting = false;
  private isExiting = false;
  /** Ends the browser; set once it runs. */
  private endBrowser: (() => Promise<void>) | null = null;

  readonly commandLine: Electron.CommandLine = loud('app.commandLine', {
    appendSwitch: (name, value = '') => void runtime.switches.set(name, value),
    hasSwitch: (name) => runtime.switches.has(name),
    getSwitchValue: (name) => runtime.switches.get(name) ?? '',
    removeSwitch: (name) => void runtime.switches.delete(name),
    appendArgument: (value) => void process.argv.push(value),
  });

  constructor() {
    super('app', EVENTS);
  }

  get name(): string {
    return this.chosenName ?? appPackage().name;
  }

  set name(name: string) {
    this.chosenName = name;
  }

  getName(): string {
    return this.name;
  }

  setName(name: string): void {
    this.name = name;
  }

  getVersion(): string {
    return appPackage().version;
  }

  getAppPath(): string {
    return appPackage().folder;
  }

  getPath(name: string): string {
    return this.paths.get(name);
  }

  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }

  getLocale(): string {
    return Intl.DateTimeFormat().resolvedOptions().locale;
  }

  getSystemLocale(): string {
    return this.getLocale();
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()];
  }

  isReady(): boolean {
    return runtime.isReady;
  }

  whenReady(): Promise<void> {
    return this.ready.promise;
  }

  /** Called by the stand-in once the browser runs. */
  becomeReady(endBrowser: () => Promise<void>): void {
    this.endBrowser = endBrowser;
    runtime.isReady = true;
    this.emit('will-finish-launching');
    this.emit('ready', preventable({}), {});
    this.ready.resolve();
  }

  quit(): void {
    if (this.isQuitting || this.isExiting) return;
    const event = preventable({});
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.isQuitting = true;
    for (const window of [...openWindows]) window.close();
    if (openWindows.size === 0) this.leave();
    else this.isQuitting = false;
  }

  exit(exitCode = 0): void {
    if (this.isExiting) return;
    this.isExiting = true;
    for (const window of [...openWindows]) window.destroy();
    this.emit('quit', preventable({}), exitCode);
    void this.end(exitCode);
  }

  /** Called by a window that has gone. */
  windowGone(): void {
    if (openWindows.size > 0 || this.isQuitting || this.isExiting) return;
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }

  get isEnding(): boolean {
    return this.isQuitting || this.isExiting;
  }

  relaunch(): void {
    console.log('stand-in: app.relaunch() was asked for; start the app again by hand.');
  }

  focus(): void {}

  setAppUserModelId(): void {}

  enableSandbox(): void {}

  disableHardwareAcceleration(): void {
    runtime.switches.set('disable-gpu', '');
  }

  requestSingleInstanceLock(additionalData: Record<string, unknown> = {}): boolean {
    const self = { argv: process.argv, workingDirectory: process.cwd(), additionalData };
    return this.instance.request(this.getPath('userData'), self, (second) =>
      this.emit(
        'second-instance',
        preventable({}),
        second.argv,
        second.workingDirectory,
        second.additionalData,
      ),
    );
  }

  hasSingleInstanceLock(): boolean {
    return this.instance.isHeld;
  }

  releaseSingleInstanceLock(): void {
    this.instance.release();
  }

  private leave(): void {
    const event = preventable({});
    this.emit('will-quit', event);
    if (event.defaultPrevented) this.isQuitting = false;
    else this.exit(0);
  }

  private async end(exitCode: number): Promise<void> {
    await this.endBrowser?.();
    this.instance.release();
    process.exit(exitCode);
  }
}

export const standInApp = new StandInApp();
/** `dock` is there on macOS alone. */
export const app = loud('app', standInApp, ['dock']);
