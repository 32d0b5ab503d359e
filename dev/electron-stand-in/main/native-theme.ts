import type * as Electron from 'electron';
import { loud } from '../not-in-stand-in.ts';
import { KnownEvents } from './known-events.ts';

type Source = Electron.NativeTheme['themeSource'];
type Implemented = Pick<Electron.NativeTheme, 'themeSource' | 'shouldUseDarkColors'>;

class StandInNativeTheme extends KnownEvents implements Implemented {
  private source: Source = 'system';

  constructor() {
    super('nativeTheme', ['updated']);
  }

  get themeSource(): Source {
    return this.source;
  }

  set themeSource(source: Source) {
    const before = this.colorScheme;
    this.source = source;
    if (this.colorScheme !== before) this.emit('updated');
  }

  get shouldUseDarkColors(): boolean {
    return this.colorScheme === 'dark';
  }

  /**
   * What pages are told; null leaves it to the browser, which alone knows what the system prefers
   * unless `ROLLCALL_STAND_IN_COLOR_SCHEME` says so.
   */
  get colorScheme(): 'light' | 'dark' | null {
    if (this.source !== 'system') return this.source;
    const { ROLLCALL_STAND_IN_COLOR_SCHEME: preferred } = process.env;
    return preferred === 'light' || preferred === 'dark' ? preferred : null;
  }
}

export const standInNativeTheme = new StandInNativeTheme();
export const nativeTheme = loud('nativeTheme', standInNativeTheme);
