import { COMMON_NUMBERS, COMMON_WORDS } from './common-passwords.ts';

/** Why a password is refused; the words for people are made in the window. */
export type PasswordFault = 'common' | 'pattern' | 'containsUsername' | 'containsSchoolName';

/** Shorter names are found in too many honest passphrases. */
const SHORTEST_NAME = 4;
/** Letters and digits that follow one another on a keyboard or in the alphabet. */
const RUNS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

const onlyLettersAndDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** What is left of "P@ssw0rd2024!" without its decoration: "password". */
function coreWord(text: string): string {
  return text
    .replace(/^[^a-z@$]+|[^a-z]+$/g, '')
    .replace(/[013457@$]/g, (sign) => LOOKALIKES[sign] ?? sign);
}

function isCommon(password: string): boolean {
  const text = password.normalize('NFKC').toLowerCase();
  return (
    COMMON_NUMBERS.has(text) ||
    [text, coreWord(text), onlyLettersAndDigits(text), coreWord(onlyLettersAndDigits(text))].some(
      (word) => COMMON_WORDS.has(word),
    )
  );
}

/** A few characters over and over, or a straight run such as "abcdefghij" or "0987654321". */
function isPattern(password: string): boolean {
  const text = password.toLowerCase();
  if (/^(.{1,4}?)\1+.{0,3}$/u.test(text)) return true;
  const reversed = [...text].toReversed().join('');
  return RUNS.some((run) => `${run}${run}`.includes(text) || `${run}${run}`.includes(reversed));
}

function contains(password: string, name: string): boolean {
  const sought = onlyLettersAndDigits(name);
  return sought.length >= SHORTEST_NAME && onlyLettersAndDigits(password).includes(sought);
}

/**
 * What makes a password easy to guess, or null. Length is the contract's business; beyond it,
 * what others use and what is known of this account (NIST SP 800-63B, 5.1.1.2), and no rule
 * about kinds of characters.
 */
export function passwordFault(
  password: string,
  of: { username: string; schoolName: string },
): PasswordFault | null {
  if (isCommon(password)) return 'common';
  if (isPattern(password)) return 'pattern';
  if (contains(password, of.username)) return 'containsUsername';
  if (contains(password, of.schoolName)) return 'containsSchoolName';
  return null;
}
