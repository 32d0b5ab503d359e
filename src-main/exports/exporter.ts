import { type Words, wordsIn } from '#shared/words/words.ts';
import type { Platform } from '../platform.ts';
import type { SignedInContext } from '../rpc/call-context.ts';
import { localClock, localDay } from './sheets/local-time.ts';

/** Who exports, from which register, to which machine. */
export type Exporter = Pick<SignedInContext, 'db' | 'account' | 'platform'>;

/** The words of sheets in this laptop's language. */
export function sheetWords(platform: Platform): Words['sheets'] {
  return wordsIn(platform.preferences.read().language).sheets;
}

function madeAt(platform: Platform): string {
  const at = platform.now();
  const offset = platform.utcOffsetMinutes(at);
  const sign = offset < 0 ? '-' : '+';
  const distance = localClock(Math.abs(offset) * 60_000, 0);
  return `${localDay(at, offset)} ${localClock(at, offset)} UTC${sign}${distance}`;
}

/** By whom, when and with what a sheet is made, as it says about itself. */
export function made({ account, platform }: Exporter) {
  return {
    madeBy: account.displayName,
    madeAt: madeAt(platform),
    appVersion: platform.versions.app,
  };
}
