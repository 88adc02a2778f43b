import { describe, expect, it } from 'vitest';
import { lineState, nextEmpty } from './line-state.ts';

const state = (number: string, kept = false, others: string[] = []) =>
  lineState({ number, kept }, others.length, [...others, number]);

describe('a number of the round', () => {
  it.each([
    ['', { is: 'empty' }],
    ['1A 009 160 44', { is: 'short', toGo: 3 }],
    ['RB1234567', { is: 'short', toGo: 4 }],
    ['1A 009 158 2038 0', { is: 'ready', sure: true }],
    ['RB123456785GB', { is: 'ready', sure: true }],
    ['1A 009 158 2038 1', { is: 'doubtful', shouldBe: '0' }],
    ['RB123456786US', { is: 'doubtful', shouldBe: '5' }],
    ['115111111111111', { is: 'ready', sure: false }],
    ['11511111', { is: 'short', toGo: 7 }],
  ])('%s: %o', (number, wanted) => expect(state(number)).toEqual(wanted));

  it('whose check digit fails is ready once somebody keeps it as it is typed', () => {
    expect(state('1A 009 158 2038 1', true)).toEqual({ is: 'ready', sure: false });
    expect(state('123 456 789 01', true)).toEqual({ is: 'ready', sure: false });
  });

  it('that stands further up is refused, however it is spelled', () => {
    expect(state('1a00915820380', false, ['', '1A 009 158 2038 0'])).toEqual({ is: 'double', line: 2 });
    expect(lineState({ number: '1A00915820380', kept: false }, 0, ['1A00915820380', '1A00915820380'])).toEqual({
      is: 'ready',
      sure: true,
    });
  });
});

describe('the next empty number', () => {
  it.each([
    [['x', '', ''], 0, 1],
    [['x', 'x', ''], 0, 2],
    [['', 'x', 'x'], 2, 0],
    [['x', 'x'], 0, null],
  ])('of %j after %i: %s', (numbers, after, next) => expect(nextEmpty(numbers, after)).toBe(next));
});
