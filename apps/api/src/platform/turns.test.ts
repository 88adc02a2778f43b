import { describe, expect, it } from 'vitest';
import { TooManyWait, Turns } from './turns.ts';

/** Work that lasts until it is told to end. */
function works() {
  const running = new Map<string, () => void>();
  let most = 0;
  const work = (name: string) => () =>
    new Promise<string>((done) => {
      running.set(name, () => {
        running.delete(name);
        done(name);
      });
      most = Math.max(most, running.size);
    });
  return { work, running: () => [...running.keys()], end: (name: string) => running.get(name)?.(), most: () => most };
}
/** All that has been promised by now has run. */
const settled = () => new Promise((done) => setImmediate(done));

describe('turns', () => {
  it('let so many run at once, the others in the order in which they came', async () => {
    const turns = new Turns({ atOnce: 2, mayWait: Infinity });
    const { work, running, end, most } = works();
    const all = ['a', 'b', 'c', 'd', 'e'].map((name) => turns.run(work(name)));
    await settled();
    expect(running()).toEqual(['a', 'b']);
    end('b');
    await settled();
    expect(running()).toEqual(['a', 'c']);
    for (const name of ['a', 'c', 'd', 'e']) {
      end(name);
      await settled();
    }
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(most()).toBe(2);
  });

  it('turn away whoever comes when as many wait as may, and nobody once one has gone', async () => {
    const turns = new Turns({ atOnce: 1, mayWait: 1 });
    const { work, end } = works();
    const [first, second] = [turns.run(work('first')), turns.run(work('second'))];
    await expect(turns.run(work('third'))).rejects.toThrow(TooManyWait);
    end('first');
    await first;
    const fourth = turns.run(work('fourth'));
    await settled();
    end('second');
    await second;
    await settled();
    end('fourth');
    expect(await fourth).toBe('fourth');
  });

  it('go on after work that failed, and are not given twice by one that ends twice', async () => {
    const turns = new Turns({ atOnce: 1, mayWait: 2 });
    await expect(turns.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    const end = await turns.begin();
    const { work, running } = works();
    void turns.run(work('a'));
    void turns.run(work('b'));
    end();
    end();
    await settled();
    expect(running()).toEqual(['a']);
  });

  it('go past whoever has left the line, whose place is free at once', async () => {
    const turns = new Turns({ atOnce: 1, mayWait: 2 });
    const end = await turns.begin();
    const { work, running, end: endOf } = works();
    const [leaves, stays] = [new AbortController(), new AbortController()];
    const left = turns.run(work('left'), leaves.signal);
    const stayed = turns.run(work('stayed'), stays.signal);
    leaves.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    expect(turns.waiting).toBe(1);
    const third = turns.run(work('third'));
    await expect(turns.run(work('left before'), leaves.signal)).rejects.toThrow('gone');

    end();
    await settled();
    expect(running()).toEqual(['stayed']);
    // Who has a turn keeps it.
    stays.abort(new Error('gone'));
    endOf('stayed');
    expect(await stayed).toBe('stayed');
    await settled();
    endOf('third');
    expect(await third).toBe('third');
  });
});
