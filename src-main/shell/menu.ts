import { Menu, type MenuItemConstructorOptions } from 'electron';

/** The menu the system expects: nothing on Windows and Linux, the standard roles on macOS. */
export function setApplicationMenu(): void {
  if (process.platform !== 'darwin') {
    Menu.setApplicationMenu(null);
    return;
  }
  const roles: MenuItemConstructorOptions[] = [
    { role: 'appMenu' },
    { role: 'editMenu' },
    { role: 'windowMenu' },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(roles));
}
