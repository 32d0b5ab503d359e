import { describe, expect, it } from 'vitest';
import { likelyLanguage } from './languages.ts';

describe('likelyLanguage', () => {
  it('takes the first wanted language that the app speaks, whatever its country or script', () => {
    expect(likelyLanguage(['mr-IN', 'hi-Deva-IN', 'en-IN'])).toBe('hi');
    expect(likelyLanguage(['en-GB', 'hi-IN'])).toBe('en');
  });

  it('takes English where it speaks none', () => {
    expect(likelyLanguage(['fr-FR', 'ta'])).toBe('en');
    expect(likelyLanguage([])).toBe('en');
  });

  it('passes over what is no language tag at all', () => {
    expect(likelyLanguage(['C.UTF-8', '', 'hi'])).toBe('hi');
  });
});
