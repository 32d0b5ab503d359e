/**
 * Orders names and numbers as people do: "9A" before "10B", "Émile" beside "Emil", Latin before
 * Devanagari. The same on every computer and in every language, so that screens, spreadsheets and
 * paper agree.
 */
export const nameOrder = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
