import { describe, expect, it } from 'vitest';
import { CONSENT_TEXT, consentTextFor } from './consent-text.ts';

describe('consentTextFor', () => {
  it('puts the school where the text names it, whatever its name looks like', () => {
    const { version, text } = consentTextFor("St. Mary's $& College", CONSENT_TEXT);
    expect(version).toBe(CONSENT_TEXT.version);
    expect(text).toContain("At St. Mary's $& College, a teacher");
    expect(text).not.toContain('{{');
  });

  it('says what a person must know before agreeing', () => {
    for (const subject of ['What is stored', 'How long', 'say no', 'change your mind']) {
      expect(CONSENT_TEXT.text).toContain(subject);
    }
  });
});
