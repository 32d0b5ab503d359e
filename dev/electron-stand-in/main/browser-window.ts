import type * as Electron from 'electron';
import { unlessGone } from '../browser/gone.ts';
import { loud, NotInStandInError } from '../not-in-stand-in.ts';
import { standInApp } from './app.ts';
import { KnownEvents } from './known-events.ts';
import { openWindows } from './open-windows.ts';
import { preventable } from './prevent-default.ts';
import { primaryDisplay } from './screen.ts';
import { StandInWebContents } from './web-contents.ts';
import { WindowFrame } from './window-frame.ts';

const EVENTS = [
  'ready-to-show',
  'show',
  'hide',
  'close',
  'closed',
  'focus',
  'blur',
  'move',
  'moved',
  'resize',
  'resized',
  'maximize',
  'unmaximize',
  'minimize',
  'restore',
  // Never emitted: nothing here can bring them about.
  'page-title-updated',
  'enter-full-screen',
  'leave-full-screen',
  'responsive',
  'unresponsive',
  'session-end',
  'query-session-end',
];

type Implemented = Pick<
  Electron.BrowserWindow,
  | 'id'
  | 'webContents'
  | 'loadURL'
  | 'reload'
  | 'show'
  | 'showInactive'
  | 'hide'
  | 'isVisible'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
  | 'focus'
  | 'isFocused'
  | 'restore'
  | 'minimize'
  | 'isMinimized'
  | 'maximize'
  | 'unmaximize'
  | 'isMaximized'
  | 'isNormal'
  | 'isFullScreen'
  | 'getBounds'
  | 'setBounds'
  | 'getContentBounds'
  | 'getNormalBounds'
  | 'getSize'
  | 'setSize'
  | 'getContentSize'
  | 'setContentSize'
  | 'getTitle'
  | 'setTitle'
  | 'setMenu'
  | 'removeMenu'
  | 'setMenuBarVisibility'
  | 'setBackgroundColor'
>;

let made = 0;
let focused: StandInBrowserWindow | null = null;

class StandInBrowserWindow extends KnownEvents implements Implemented {
  readonly id: number;
  readonly webContents: Electron.WebContents;
  /** This object as the app sees it. */
  readonly outer: StandInBrowserWindow;
  private readonly contents: StandInWebContents;
  private readonly frame: WindowFrame;
  private title: string;
  private isShown: boolean;
  private hasLoaded = false;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', EVENTS);
    made += 1;
    this.id = made;
    this.title = options.title ?? standInApp.name;
    this.isShown = options.show ?? true;
    const { width = 800, height = 600, webPreferences } = options;
    refuseUnsafe(webPreferences);
    this.contents = new StandInWebContents(
      { width, height, preload: webPreferences?.preload },
      {
        firstLoad: () => this.firstLoad(),
        gone: () => this.userClosed(),
        focusChanged: (isFocused) => this.focusChanged(isFocused),
        resized: () => unlessGone(this.frame.follow()),
      },
    );
    this.webContents = this.contents.outer;
    const { workArea } = primaryDisplay();
    const x = options.x ?? Math.max(0, Math.round((workArea.width - width) / 2));
    const y = options.y ?? Math.max(0, Math.round((workArea.height - height) / 2));
    this.frame = new WindowFrame({ x, y, width, height }, this.contents.page, (event) =>
      this.moved(event),
    );
    this.outer = loud('BrowserWindow', this);
    openWindows.add(this.outer);
    standInApp.emit('web-contents-created', preventable({}), this.webContents);
    standInApp.emit('browser-window-created', preventable({}), this.outer);
    // biome-ignore lint/correctness/noConstructorReturn: the app must get the one that refuses unknown members.
    return this.outer;
  }

  static getAllWindows(): StandInBrowserWindow[] {
    return [...openWindows] as StandInBrowserWindow[];
  }

  static getFocusedWindow(): StandInBrowserWindow | null {
    return focused;
  }

  static fromWebContents(contents: Electron.WebContents): StandInBrowserWindow | null {
    return StandInBrowserWindow.getAllWindows().find((w) => w.webContents === contents) ?? null;
  }

  static fromId(id: number): StandInBrowserWindow | null {
    return StandInBrowserWindow.getAllWindows().find((window) => window.id === id) ?? null;
  }

  loadURL(address: string): Promise<void> {
    return this.contents.loadURL(address);
  }

  reload(): void {
    this.contents.reload();
  }

  show(): void {
    if (!this.isShown) {
      this.isShown = true;
      this.emit('show');
    }
    this.focus();
  }

  showInactive(): void {
    this.show();
  }

  hide(): void {
    if (!this.isShown) return;
    this.isShown = false;
    this.emit('hide');
  }

  isVisible(): boolean {
    return this.isShown;
  }

  close(): void {
    if (this.isDestroyed()) return;
    const event = preventable({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.isDestroyed()) return;
    this.forget();
    unlessGone(this.contents.page.then((page) => page.close()));
  }

  isDestroyed(): boolean {
    return this.contents.isDestroyed();
  }

  focus(): void {
    unlessGone(this.contents.page.then((page) => page.focus()));
  }

  isFocused(): boolean {
    return focused === this.outer;
  }

  minimize(): void {
    this.frame.become('minimized');
    this.emit('minimize');
  }

  isMinimized(): boolean {
    return this.frame.state === 'minimized';
  }

  restore(): void {
    this.frame.become('normal');
    this.emit('restore');
  }

  maximize(): void {
    this.frame.become('maximized');
    this.emit('maximize');
  }

  unmaximize(): void {
    this.frame.become('normal');
    this.emit('unmaximize');
  }

  isMaximized(): boolean {
    return this.frame.state === 'maximized';
  }

  isNormal(): boolean {
    return this.frame.state === 'normal';
  }

  isFullScreen(): boolean {
    return false;
  }

  getBounds(): Electron.Rectangle {
    return { ...this.frame.bounds };
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.frame.moveTo(bounds);
  }

  getContentBounds(): Electron.Rectangle {
    return this.getBounds();
  }

  getNormalBounds(): Electron.Rectangle {
    return { ...this.frame.normal };
  }

  getSize(): number[] {
    return [this.frame.bounds.width, this.frame.bounds.height];
  }

  setSize(width: number, height: number): void {
    this.frame.moveTo({ width, height });
  }

  getContentSize(): number[] {
    return this.getSize();
  }

  setContentSize(width: number, height: number): void {
    this.setSize(width, height);
  }

  getTitle(): string {
    return this.title;
  }

  /** The browser shows the page's own title. */
  setTitle(title: string): void {
    this.title = title;
  }

  /** There is no menu bar here: see `Menu`. */
  setMenu(): void {}

  removeMenu(): void {}

  setMenuBarVisibility(): void {}

  setBackgroundColor(): void {}

  private firstLoad(): void {
    if (this.hasLoaded) return;
    this.hasLoaded = true;
    this.emit('ready-to-show');
  }

  /** The browser's window was closed by its own button; it cannot be kept open any more. */
  private userClosed(): void {
    const event = preventable({});
    this.emit('close', event);
    if (event.defaultPrevented) {
      console.error('stand-in: the window is gone; preventing its close came too late');
    }
    this.forget();
  }

  private forget(): void {
    this.contents.state = 'destroyed';
    openWindows.delete(this.outer);
    if (focused === this.outer) focused = null;
    this.contents.emit('destroyed');
    this.emit('closed');
    standInApp.windowGone();
  }

  private focusChanged(isFocused: boolean): void {
    if (isFocused) focused = this.outer;
    else if (focused === this.outer) focused = null;
    const name = isFocused ? 'focus' : 'blur';
    this.emit(name);
    this.contents.emit(name);
    standInApp.emit(`browser-window-${name}`, preventable({}), this.outer);
  }

  private moved(event: 'resize' | 'move'): void {
    this.emit(event);
    this.emit(event === 'resize' ? 'resized' : 'moved');
  }
}

/** The stand-in has one kind of window: an isolated page without Node. Any other is refused. */
function refuseUnsafe(preferences: Electron.WebPreferences = {}): void {
  const unsafe = ['nodeIntegration', 'nodeIntegrationInSubFrames', 'webviewTag'] as const;
  for (const name of unsafe) {
    if (preferences[name]) throw new NotInStandInError(`webPreferences.${name}`);
  }
  for (const name of ['contextIsolation', 'sandbox', 'webSecurity'] as const) {
    if (preferences[name] === false) throw new NotInStandInError(`webPreferences.${name}: false`);
  }
}

export const BrowserWindow = loud('BrowserWindow', StandInBrowserWindow);
