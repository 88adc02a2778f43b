import type { BulkLine } from '@suivi/contracts/bulk';
import type { Day } from '@suivi/rules/calendar/days';
import { EffectLines } from '../../bulk/effect-lines.tsx';
import { summaryOf } from '../../bulk/summary.ts';
import type { Line } from './lines.ts';
import { byFile } from './lines.ts';
import type { Foreseen } from './queries.ts';

/** What all of it will cause: each file once, by the last of its lines that can be, which speaks for those before it. */
export function effectsOf(lines: readonly Line[], of: Foreseen['of']): BulkLine[] {
  return [...byFile(lines).values()].flatMap((own) => {
    const last = own.map(of).findLast((seen) => seen !== undefined && seen.leftOut === null);
    return last === undefined ? [] : [last];
  });
}

type Props = { lines: readonly Line[]; foreseen: Foreseen; today: Day };

/** How many files go where, and which emails leave: what is left out says so in its own line. */
export function WillFollow({ lines, foreseen, today }: Props) {
  const effects = effectsOf(lines, foreseen.of);
  if (effects.length === 0 && foreseen.waiting) return null;
  return (
    <div className="small" role="status">
      <EffectLines
        action={{ kind: 'record' }}
        summary={summaryOf(effects, today)}
        preview={{ today, until: null, away: null, lines: effects }}
        adviserName={null}
        gone={0}
      />
    </div>
  );
}
