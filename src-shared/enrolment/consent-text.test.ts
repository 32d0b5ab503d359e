import { describe, expect, it } from 'vitest';
import { allWords, wordsIn } from '../words/words.ts';
import { consentTextFor, consentVersion, isConsentInForce } from './consent-text.ts';

describe('consentTextFor', () => {
  it('puts the school where the text names it, whatever its name looks like', () => {
    const { version, text } = consentTextFor("St. Mary's $& College", wordsIn('en'));
    expect(version).toBe(consentVersion('en'));
    expect(text).toContain("At St. Mary's $& College, a teacher");
    expect(text).not.toContain('{{');
  });

  it('says what a person must know before agreeing', () => {
    const { text } = consentTextFor('School', wordsIn('en'));
    for (const subject of ['What is stored', 'How long', 'say no', 'change your mind']) {
      expect(text).toContain(subject);
    }
  });

  it('says as much in every language, each under a version of its own', () => {
    const texts = allWords().map(({ consent }) => consent);
    for (const { paragraphs } of texts) {
      expect(paragraphs).toHaveLength(wordsIn('en').consent.paragraphs.length);
    }
    expect(new Set(texts.map(({ version }) => version)).size).toBe(texts.length);
  });
});

describe('isConsentInForce', () => {
  it('is so for the version of each language and no other', () => {
    for (const { consent } of allWords()) expect(isConsentInForce(consent.version)).toBe(true);
    expect(isConsentInForce('2020-01/en')).toBe(false);
  });
});
