import { mkdirSync } from 'node:fs';
import { app } from 'electron';
import { openDeviceStore } from '#main/shell/device-store.ts';
import { electronPlatform } from '#main/shell/electron-platform.ts';
import { makeDemoSchool } from './demo-data.ts';
import { demoPlaces, writeSignIn } from './demo-places.ts';

const WEEKS = 12;

const quiet = { info: () => {}, warn: () => {}, error: console.error };

/**
 * Makes the demo school inside Electron (or the stand-in), so that the keychain that wraps its
 * key is the one that the app will ask. Runs once, without a window.
 */
async function make(root: string): Promise<void> {
  const places = demoPlaces(root);
  mkdirSync(places.data, { recursive: true, mode: 0o700 });
  app.setName('Rollcall');
  app.setPath('userData', places.data);
  await app.whenReady();
  const platform = electronPlatform(places.data, '', openDeviceStore(places.data), quiet);
  const signIn = await makeDemoSchool(platform, {
    weeks: WEEKS,
    onWeek: (week) => console.log(`  week ${week + 1} of ${WEEKS}`),
  });
  writeSignIn(places, signIn);
}

make(process.env.ROLLCALL_DEMO_ROOT ?? '').then(
  () => app.exit(0),
  (cause: unknown) => {
    console.error('The demo school could not be made:', cause);
    app.exit(1);
  },
);
