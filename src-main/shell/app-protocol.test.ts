import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileFor } from './app-protocol.ts';

const folders = { renderer: join('/app', 'renderer'), models: join('/app', 'models') };

describe('fileFor', () => {
  it('finds the window and the models in their folders', () => {
    expect(fileFor('app://rollcall/', folders)).toBe(join(folders.renderer, 'index.html'));
    expect(fileFor('app://rollcall/assets/a.js?v=1#x', folders)).toBe(
      join(folders.renderer, 'assets', 'a.js'),
    );
    expect(fileFor('app://rollcall/models/faceres.json', folders)).toBe(
      join(folders.models, 'faceres.json'),
    );
  });

  it.each([
    'app://rollcall/..%2f..%2fetc/passwd',
    'app://rollcall/models/..%2f..%2fkey.json',
    'app://rollcall/%00',
    'app://rollcall/%E0%A4%A',
    'app://elsewhere/index.html',
    'file:///etc/passwd',
  ])('gives nothing for %s', (address) => {
    expect(fileFor(address, folders)).toBeNull();
  });
});
