import { describe, expect, it } from 'vitest';
import { readPeopleArguments } from './people-arguments.ts';

const MEMBER = [
  'member',
  '--agency',
  'Passerelle',
  '--role',
  'lead',
  '--name',
  'Marianne Kessler',
  '--email',
  'M@Agency.example',
];

describe('npm run agency', () => {
  it('reads a name, an admin and the lines of an address', () => {
    const words = [
      'agency',
      '--name',
      ' Passerelle ',
      '--admin',
      'Nadège Perrin <Nadege@agency.example>',
      '--address',
      '12 rue des Tilleuls',
      '--address',
      '69003 Lyon',
    ];
    expect(readPeopleArguments(words)).toEqual({
      command: 'agency',
      agency: { name: 'Passerelle', telephone: null, addressLines: ['12 rue des Tilleuls', '69003 Lyon'] },
      admin: { name: 'Nadège Perrin', email: 'nadege@agency.example', telephone: null, language: 'fr' },
      mayOperate: false,
    });
  });

  it.each([
    [['agency'], '--name is missing.\n--admin is missing.'],
    [['agency', '--name', 'P', '--admin', 'nadege@agency.example'], 'write name and email as'],
    [['agency', '--name', 'P', '--admin', 'Nadège <nadege>'], '"nadege" is not an email address'],
    [['agency', '--name', 'P', '--admin', 'Nadège <>'], '--admin holds no email address'],
    [
      ['agency', '--name', 'P\nBcc: x@example.org', '--admin', 'N <n@agency.example>'],
      '--name holds a sign that no name has',
    ],
    [['agency', '--name', 'P', '--admin', 'N\nBcc <n@agency.example>'], '--admin holds a line break'],
    [
      ['agency', '--name', 'P', '--admin', 'N <n@agency.example>', '--language', 'de'],
      '--language: choose one of en, fr.',
    ],
    [['agency', '--nom', 'P'], "Unknown option '--nom'"],
    [['agency', 'Passerelle'], 'Unexpected argument'],
    [['agency', '--help'], 'npm run agency -- --name'],
  ])('%j is refused with how it is used', (words, reason) => {
    expect(() => readPeopleArguments(words)).toThrow(reason);
    expect(() => readPeopleArguments(words)).toThrow('npm run agency -- --name "Passerelle"');
  });
});

describe('npm run member', () => {
  it('reads a person, their agency and their role', () => {
    expect(readPeopleArguments(MEMBER)).toEqual({
      command: 'member',
      agencyName: 'Passerelle',
      role: 'lead',
      person: { name: 'Marianne Kessler', email: 'm@agency.example', telephone: null, language: 'fr' },
      mayOperate: false,
    });
  });

  it('reads an operator, and a password to replace', () => {
    expect(
      readPeopleArguments(['member', '--operator', '--name', 'Ines Calvet', '--email', 'i@platform.example']),
    ).toMatchObject({ command: 'operator' });
    expect(readPeopleArguments(['member', '--new-password', '--email', 'i@platform.example'])).toEqual({
      command: 'password',
      email: 'i@platform.example',
    });
  });

  it.each([
    [['member'], '--email is missing.\n--name is missing.\n--agency is missing.\n--role is missing.'],
    [[...MEMBER, '--role', 'boss'], '--role "boss": choose one of adviser, lead, admin.'],
    [[...MEMBER, '--may-operate'], '--may-operate goes with --role admin.'],
    [[...MEMBER, '--operator'], '--agency does not belong here'],
    [[...MEMBER, '--new-password'], '--role does not belong here'],
  ])('%j is refused with how it is used', (words, reason) => {
    expect(() => readPeopleArguments(words)).toThrow(reason);
    expect(() => readPeopleArguments(words)).toThrow('npm run member -- --agency');
  });
});
