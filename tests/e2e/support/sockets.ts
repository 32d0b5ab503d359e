import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** What to say where the system does not tell. */
export const NO_SOCKET_LIST = 'this system does not list the sockets of a process (Linux does)';

const LISTENING = '0A';

export interface Socket {
  kind: 'tcp' | 'udp';
  port: number;
  /** Hexadecimal, as the kernel writes it; 00000000 is any address. */
  address: string;
  remotePort: number;
  listening: boolean;
}

function inodesOf(pid: number): Set<string> {
  const folder = `/proc/${pid}/fd`;
  const links = readdirSync(folder).map((handle) => {
    try {
      return readlinkSync(`${folder}/${handle}`);
    } catch {
      // Closed since the folder was read.
      return '';
    }
  });
  return new Set(links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []));
}

function table(pid: number, name: string): string[][] {
  const lines = readFileSync(`/proc/${pid}/net/${name}`, 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => line.trim().split(/\s+/));
}

/** The network sockets that a process holds, by proc(5). */
export function socketsOf(pid: number): Socket[] {
  const own = inodesOf(pid);
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((name) =>
    table(pid, name)
      .filter((row) => own.has(row[9] ?? ''))
      .map(([, local = '', remote = '', state]) => {
        const [address = '', port = ''] = local.split(':');
        return {
          kind: name.startsWith('tcp') ? ('tcp' as const) : ('udp' as const),
          address,
          port: Number.parseInt(port, 16),
          remotePort: Number.parseInt(remote.split(':')[1] ?? '', 16),
          listening: state === LISTENING,
        };
      }),
  );
}
