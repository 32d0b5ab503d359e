import type * as Electron from 'electron';
import { loud } from '../not-in-stand-in.ts';

/** A menu that is kept and never shown: the browser's window has no place for one. */
class StandInMenu {
  readonly template: Electron.MenuItemConstructorOptions[];
  private static current: StandInMenu | null = null;

  constructor(template: Electron.MenuItemConstructorOptions[] = []) {
    this.template = template;
  }

  static buildFromTemplate(template: Electron.MenuItemConstructorOptions[]): StandInMenu {
    return new StandInMenu(template);
  }

  static setApplicationMenu(menu: StandInMenu | null): void {
    StandInMenu.current = menu;
  }

  static getApplicationMenu(): StandInMenu | null {
    return StandInMenu.current;
  }
}

export const Menu = loud('Menu', StandInMenu);
