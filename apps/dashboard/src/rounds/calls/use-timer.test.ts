import { describe, expect, it } from 'vitest';
import { lengthsOf, NOT_CALLED, phaseOf, pressed } from './use-timer.ts';

const at = (second: number) => second * 1000;

describe('the timer of a call', () => {
  it('counts waiting and talking apart', () => {
    const dialled = pressed(NOT_CALLED, at(0));
    const answered = pressed(dialled, at(155));
    const ended = pressed(answered, at(252));
    expect([NOT_CALLED, dialled, answered, ended].map(phaseOf)).toEqual(['idle', 'waiting', 'talking', 'ended']);
    expect(lengthsOf(dialled, at(40))).toEqual({ waited: 40, talked: null });
    expect(lengthsOf(answered, at(200))).toEqual({ waited: 155, talked: 45 });
    expect(lengthsOf(ended, at(999))).toEqual({ waited: 155, talked: 97 });
  });

  it('begins anew after a call', () =>
    expect(pressed({ startedAt: at(0), answeredAt: null, endedAt: at(90) }, at(100))).toEqual({
      ...NOT_CALLED,
      startedAt: at(100),
    }));

  it('knows nothing of a call that was not timed', () =>
    expect(lengthsOf(NOT_CALLED, at(100))).toEqual({ waited: null, talked: null }));
});
