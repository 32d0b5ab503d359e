/** The list of licences, beside the window's page. */
export const LICENCE_FILE = 'licences.json';
