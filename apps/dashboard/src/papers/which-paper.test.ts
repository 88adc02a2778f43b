import { describe, expect, it } from 'vitest';
import type { Listed } from './which-paper.ts';
import { documentOf, numberPaperOf, whichPaper } from './which-paper.ts';

const row = (code: Listed['code'], status = 'missing', member: string | null = null): Listed => ({
  code,
  member,
  status,
  need: 'required',
});

describe('what a chosen file most likely is', () => {
  it.each([
    ['Passeport_Watanabe.pdf', 'identity'],
    ['passport-scan(2).JPG', 'identity'],
    ['birth extract_IMG_0412.heic', 'birth_certificate'],
    ['Acte de naissance – copie intégrale.pdf', 'birth_certificate'],
    ['traduction acte de naissance.pdf', 'birth_certificate_translation'],
    ['RIB BoursoBank.pdf', 'rib'],
    ['Bail signé 2026.pdf', 'proof_of_stable_residence'],
    ['justificatif_de_domicile_EDF.pdf', 'proof_of_address'],
    ['titre de séjour recto.png', 'residence_permit'],
    ['S1.pdf', 's1_form'],
    ['S1_refusal.pdf', 's1_refusal'],
    ['S1106.pdf', 'application_form'],
    ['S3704 signed.pdf', 'gp_declaration'],
    ['livret_de_famille.pdf', 'birth_certificate'],
    ['Kbis.pdf', 'business_registration'],
  ])('%s: %s', (name, value) => {
    expect(whichPaper(name, [row('identity'), row('rib')])).toBe(value);
  });

  it.each([
    ['attestation_de_droits.pdf', 'attestation'],
    ['Attestation droits Carol.pdf', 'attestation'],
    ['carte-vitale.jpg', 'carte_vitale'],
    ['numéro de sécu.pdf', 'number_letter'],
  ])('%s bears the social security number and is not taken', (name, paper) => {
    const value = whichPaper(name, [row('identity')]);
    expect(numberPaperOf(value ?? '')).toBe(paper);
    expect(documentOf(value ?? '')).toBeNull();
  });

  it('a birth certificate is the child’s where only the child’s is waited for', () => {
    const listed = [row('birth_certificate', 'verified'), row('child_birth_certificate', 'missing', 'c1')];
    expect(whichPaper('birth certificate.pdf', listed)).toBe('child_birth_certificate:c1');
  });

  it('a second one goes to the next child who waits for one', () => {
    const listed = [row('child_identity', 'missing', 'c1'), row('child_identity', 'missing', 'c2')];
    expect(whichPaper('passport.pdf', listed, ['child_identity:c1'])).toBe('child_identity:c2');
  });

  it('a name that says nothing is the only paper still waited for', () => {
    expect(whichPaper('IMG_2231.jpg', [row('identity', 'verified'), row('rib', 'rejected')])).toBe('rib');
  });

  it('a name that says nothing is nobody’s guess where several are waited for', () => {
    expect(whichPaper('scan0001.pdf', [row('identity'), row('rib')])).toBeNull();
  });
});
