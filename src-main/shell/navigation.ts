import type { App } from 'electron';
import { isTrustedAddress } from './trusted-sender.ts';

/**
 * Keeps every window on our own pages: no navigation elsewhere, no new windows, no webviews
 * (items 12 to 14 of Electron's security checklist).
 */
export function denyNavigation(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-navigate', (event) => {
      if (!isTrustedAddress(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
  });
}
