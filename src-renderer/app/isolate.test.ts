import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { formatList } from './format.ts';
import { setUpI18n } from './i18n.ts';
import { isolate, withoutIsolates } from './isolate.ts';

beforeAll(setUpI18n);

it('isolates what runs from right to left, and leaves everything else alone', () => {
  expect(isolate('محمد علی')).toBe('\u2068محمد علی\u2069');
  expect(isolate('8B יעל')).toBe('\u20688B יעל\u2069');
  for (const text of ['Dev Rao', 'मीरा', '8B · 9:05', '<b>', '']) expect(isolate(text)).toBe(text);
  expect(withoutIsolates(isolate('محمد علی'))).toBe('محمد علی');
});

it('is done to whatever is put into a sentence, and to each of a list', () => {
  const name = 'محمد علی';
  expect(i18next.t('live:doubt.was', { name })).toBe(`Was this \u2068${name}\u2069?`);
  expect(i18next.t('live:doubt.was', { name: 'Dev <b> & Rao' })).toBe('Was this Dev <b> & Rao?');
  expect(formatList([name, 'Dev Rao'])).toBe(`\u2068${name}\u2069, Dev Rao`);
});
