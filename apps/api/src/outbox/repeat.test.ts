import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { quiet, until } from '../../test/queue-stores.ts';
import { repeat, type Next } from './repeat.ts';

const turns = (turn: () => Promise<Next>, everyMs = 10_000) => repeat({ name: 'a test', everyMs, log: quiet, turn });

it('does the next turn at once when there is more, then waits', async () => {
  let done = 0;
  const running = turns(async () => (++done < 3 ? 'again' : 'wait'));
  await until('three turns', () => done === 3);
  await wait(50);
  expect(done).toBe(3);
  await running.stop();
});

it('is there when something is due before its next turn', async () => {
  let done = 0;
  const running = turns(async () => (++done < 3 ? 20 : 'wait'), 3_600_000);
  await until('three turns', () => done === 3);
  await running.stop();
});

it('does not wait beyond its next turn for what is due after it', async () => {
  let done = 0;
  const running = turns(async () => (done++, 3_600_000), 20);
  await until('three turns', () => done === 3);
  await running.stop();
});

it('wakes up when told to, also in the middle of a turn', async () => {
  let done = 0;
  const running = turns(async () => {
    await wait(30);
    done += 1;
    return 'wait';
  });
  running.wake(); // the first turn runs: one more follows it
  await until('two turns', () => done === 2);
  await wait(50);
  running.wake();
  await until('the third', () => done === 3);
  await running.stop();
});

it('survives a turn that fails, says so, and is well again', async () => {
  let done = 0;
  const running = turns(async () => {
    if (++done <= 2) throw new Error('away');
    return 'wait';
  }, 10);
  await until('a failure', () => !running.works());
  await until('it to be well', () => running.works());
  await running.stop();
});

it('stops after the turn that runs, and begins no other', async () => {
  let done = 0;
  const running = turns(async () => {
    await wait(50);
    done += 1;
    return 'again';
  });
  await running.stop();
  expect(done).toBe(1);
  await wait(80);
  expect(done).toBe(1);
});
