/** Digits and letters that are not mistaken for one another on paper: no i, l, o, u. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const GROUP_LENGTH = 4;

/** Random groups of four characters with dashes between, 5 bits a character: 20 bits a group. */
export function randomGroups(groups: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(groups * GROUP_LENGTH));
  const characters = Array.from(bytes, (byte) => ALPHABET.charAt(byte % ALPHABET.length));
  return Array.from({ length: groups }, (_, group) =>
    characters.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH).join(''),
  ).join('-');
}
