import { useState } from 'react';
import { EMPTY_DRAFT, type CallDraft } from './causes.ts';

/** What was typed for each call, kept while one goes back and forth in the round. */
export type Drafts = { of: (taskId: string) => CallDraft; keep: (taskId: string, draft: CallDraft) => void };

export function useDrafts(): Drafts {
  const [drafts] = useState((): Drafts => {
    const typed = new Map<string, CallDraft>();
    return {
      of: (taskId) => typed.get(taskId) ?? EMPTY_DRAFT,
      keep: (taskId, draft) => void typed.set(taskId, draft),
    };
  });
  return drafts;
}
