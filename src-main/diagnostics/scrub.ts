/** What stands in the place of what is taken out. */
const TAKEN_OUT = '…';
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+/gu;
/** Phone numbers and the numbers of students; times and places in the code are shorter or hold colons. */
const LONG_NUMBER = /\+?\d(?:[\d ()-]{5,}\d)/g;
const TIMESTAMP = /^\[[\d\- :.]+\] \[\w+\] */;

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Words of fewer letters stand inside others. */
const SHORTEST_NAME = 3;

/**
 * Takes names, addresses and long numbers out of lines of a log, which should hold none anyway.
 * @param names that may not stand there, in any case: of people, the school, this computer's user
 */
export function scrubber(names: readonly string[]): (line: string) => string {
  const known = [...new Set(names.map((name) => name.trim()))]
    .filter((name) => name.length >= SHORTEST_NAME)
    .toSorted((a, b) => b.length - a.length);
  const anyName = known.length > 0 ? new RegExp(known.map(escaped).join('|'), 'giu') : null;
  return (line) => {
    const stamp = TIMESTAMP.exec(line)?.[0] ?? '';
    const rest = line.slice(stamp.length);
    const nameless = anyName ? rest.replace(anyName, TAKEN_OUT) : rest;
    return stamp + nameless.replace(EMAIL, TAKEN_OUT).replace(LONG_NUMBER, TAKEN_OUT);
  };
}
