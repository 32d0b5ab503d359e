import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { NotInStandInError } from '../not-in-stand-in.ts';
import { appPackage, runtime } from './runtime.ts';

function appData(): string {
  if (process.platform === 'win32') {
    return process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming');
  }
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
}

function logs(paths: AppPaths): string {
  return process.platform === 'darwin'
    ? join(homedir(), 'Library', 'Logs', appPackage().name)
    : join(paths.get('userData'), 'logs');
}

/** Where Electron looks for each kind of folder, and where the app says it is instead. */
export class AppPaths {
  private readonly chosen = new Map<string, string>();
  private readonly usual: Record<string, () => string> = {
    home: homedir,
    appData,
    userData: () =>
      runtime.switches.get('user-data-dir') ?? join(this.get('appData'), appPackage().name),
    sessionData: () => this.get('userData'),
    temp: tmpdir,
    exe: () => process.execPath,
    module: () => process.execPath,
    logs: () => logs(this),
    crashDumps: () => join(this.get('userData'), 'Crashpad'),
    desktop: () => join(homedir(), 'Desktop'),
    documents: () => join(homedir(), 'Documents'),
    downloads: () => join(homedir(), 'Downloads'),
    music: () => join(homedir(), 'Music'),
    pictures: () => join(homedir(), 'Pictures'),
    videos: () => join(homedir(), process.platform === 'darwin' ? 'Movies' : 'Videos'),
    assets: () => dirname(process.execPath),
  };

  get(name: string): string {
    const path = this.chosen.get(name) ?? this.usual[name]?.();
    if (path === undefined) throw new NotInStandInError(`app.getPath('${name}')`);
    return path;
  }

  set(name: string, path: string): void {
    if (this.usual[name] === undefined) throw new NotInStandInError(`app.setPath('${name}')`);
    this.chosen.set(name, path);
  }
}
