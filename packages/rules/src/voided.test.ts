import { describe, expect, it } from 'vitest';
import { voidedIds, voidingThemselves } from './voided.ts';

const call = { id: 'call', type: 'call_made' };
const voids = (id: string, event: string) => ({ id, type: 'voided', event });
const never = (...events: Parameters<typeof voidedIds>[0]) => [...voidedIds(events)].sort();

describe('an event that was wrong', () => {
  it('never was, and stands again when its correction was wrong', () => {
    expect(never(call, voids('v1', 'call'))).toEqual(['call']);
    expect(never(call, voids('v1', 'call'), voids('v2', 'v1'))).toEqual(['v1']);
    expect(never(call, voids('v1', 'call'), voids('v2', 'v1'), voids('v3', 'v2'))).toEqual(['call', 'v2']);
  });

  it('never was as long as one of its corrections stands, in whatever order they are listed', () => {
    expect(never(voids('v3', 'v1'), voids('v2', 'call'), voids('v1', 'call'), call)).toEqual(['call', 'v1']);
  });

  it('may have voided several, when one id stands for two corrections', () => {
    const other = { id: 'other', type: 'letter_sent' };
    expect(never(call, other, voids('v1', 'call'), voids('v1', 'other'))).toEqual(['call', 'other']);
  });

  it('is found behind twenty thousand corrections of corrections', () => {
    const chain = Array.from({ length: 20_000 }, (_, n) => voids(`v${n}`, n === 0 ? 'call' : `v${n - 1}`));
    expect(voidedIds([call, ...chain]).has('call')).toBe(false);
    expect(voidedIds([call, ...chain]).size).toBe(10_000);
  });

  it('is void itself when it stands in a circle, and only then voids itself', () => {
    const circle = [voids('a', 'b'), voids('b', 'c'), voids('c', 'a'), call, voids('d', 'call')];
    expect(never(...circle)).toEqual(['a', 'b', 'c', 'call']);
    expect([...voidingThemselves(circle)].sort()).toEqual(['a', 'b', 'c']);
    expect(voidingThemselves([voids('own', 'own')])).toEqual(new Set(['own']));
  });
});
