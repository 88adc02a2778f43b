import { describe, expect, it } from 'vitest';
import { DOCUMENTS, FAULTS, LANGUAGES } from '../vocabulary.ts';
import { documentName, nameOf } from './names.ts';
import { documentWords, generalFaults, wordsOf } from './wording.ts';

describe('the words of a paper', () => {
  it.each(DOCUMENTS)('%s: name, what it shows, why it is asked for, and each fault', (code) => {
    const { name, mustShow, whyAsked, faults } = documentWords[code];
    expect(documentName[code]).toEqual(name);
    for (const words of [mustShow, whyAsked, ...FAULTS.map((fault) => faults[fault])]) {
      expect(words.en).toMatch(/[.”]$/);
      expect(words.fr).toMatch(/\.$/);
    }
  });

  it.each(DOCUMENTS)('%s: asks for another thing after each fault', (code) => {
    const { faults } = documentWords[code];
    for (const language of LANGUAGES)
      expect(new Set(FAULTS.map((fault) => faults[fault][language])).size).toBe(FAULTS.length);
  });

  it('falls back on the general line of a fault', () => {
    expect(documentWords.photo.faults.incomplete).toEqual(generalFaults.incomplete);
    expect(documentWords.rib.faults.incomplete).not.toEqual(generalFaults.incomplete);
  });

  it('gives the form of a child and of a frontier worker its own name', () => {
    expect(wordsOf('application_form', 'c1', 'resident').name.en).toBe('Form for children (S3705)');
    expect(wordsOf('application_form', null, 'frontier_worker').name.fr).toContain('option');
    expect(wordsOf('application_form', null, 'resident').name.en).toBe('Application form (S1106)');
    expect(wordsOf('rib', null, 'frontier_worker')).toBe(documentWords.rib);
    expect(wordsOf('application_form', 'c1', 'resident').mustShow.en).toContain('Each child’s name');
    expect(nameOf('rib', 'c1', 'frontier_worker')).toBe(documentName.rib);
  });
});
