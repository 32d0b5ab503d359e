import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type * as Electron from 'electron';
import { loud, NotInStandInError } from '../not-in-stand-in.ts';

type Implemented = Pick<Electron.Net, 'fetch' | 'isOnline' | 'online'>;

async function fetchFile(address: string): Promise<Response> {
  try {
    return new Response(await readFile(fileURLToPath(address)));
  } catch (cause) {
    throw new Error('net::ERR_FILE_NOT_FOUND', { cause });
  }
}

const standInNet: Implemented = {
  /** Files from the disk, as a protocol handler wants them; the network is Node's own. */
  async fetch(input, init) {
    const address = typeof input === 'string' ? input : input.url;
    if (address.startsWith('file:')) return fetchFile(address);
    if (!/^https?:/.test(address)) throw new NotInStandInError(`net.fetch('${address}')`);
    return fetch(input, init);
  },
  isOnline: () => true,
  online: true,
};

export const net = loud('net', standInNet);
