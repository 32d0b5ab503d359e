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

/** Without case and diacritics, so that "garcia" finds "García" and "lukasz" finds "Łukasz". */
export function searchKey(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßıłøđðþæœ]/g, (letter) => PLAIN_LETTERS[letter] ?? letter);
}

/** The words of a search, each of which must be found. */
export function searchWords(search: string): string[] {
  return searchKey(search)
    .split(/\s+/)
    .filter((word) => word !== '');
}
