/** Letters with no decomposition into a base letter and a mark, as people type them without. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
};

/**
 * Marks that people type or leave out: those of Latin, Greek, Cyrillic, Arabic and Hebrew letters,
 * and the nuktas of Indian ones. Vowel signs of Indian and other scripts are letters and stay.
 */
const LOOSE_MARKS =
  /[\p{M}&&[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\u093C\u09BC\u0A3C\u0ABC\u0B3C\u0CBC]]/gv;
/** Say how letters join, not which they are. */
const JOINERS = /[\u200C\u200D]/gu;
/** Devanagari writes a nasal before a stop with its own letter, an anusvara or a candrabindu. */
const NASALS = /ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])|ँ/gu;
const ANUSVARA = '\u0902';

/**
 * Without case and diacritics, so that "garcia" finds "García", "lukasz" finds "Łukasz" and "हिंदी"
 * finds "हिन्दी". A stored key is made anew by a migration when this changes.
 */
export function searchKey(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(LOOSE_MARKS, '')
    .replace(JOINERS, '')
    .replace(NASALS, ANUSVARA)
    .replace(/[ßıłøđðþæœ]/g, (letter) => PLAIN_LETTERS[letter] ?? letter);
}

/** The words of a search, each of which must be found. */
export function searchWords(search: string): string[] {
  return searchKey(search)
    .split(/\s+/)
    .filter((word) => word !== '');
}
