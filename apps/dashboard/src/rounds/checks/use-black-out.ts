import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pictureIn } from '../../papers/picture.ts';
import { sendPaper } from '../../papers/send-paper.ts';
import { usePaperChanged } from '../../papers/queries.ts';
import { asProblem } from '../../shell/api.ts';
import { useNotify } from '../../shell/notify.tsx';
import type { Step } from './round.ts';
import type { Round } from './use-round.ts';

/** Fetches what lies behind a page's link. */
async function bytesOf(url: string): Promise<Blob> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`The page answered ${answer.status}.`);
  return answer.blob();
}

type Open = { step: Step; picture: ImageBitmap };

/**
 * Blacks out a part of a picture that has come: the picture without it takes its place, and the one before goes. What
 * came as a PDF keeps its text below whatever is drawn over it: it is not changed here.
 */
export function useBlackOut(round: Round, renew: () => Promise<unknown>) {
  const { t } = useTranslation();
  const notify = useNotify();
  const paperChanged = usePaperChanged();
  const [open, setOpen] = useState<Open | null>(null);
  const [busy, setBusy] = useState(false);
  const failed = (error: unknown, again?: () => void) => notify.failed(t('checks.failed.blackOut'), error, again);

  const start = async (step: Step) => {
    if (step.paper.mediaType === 'application/pdf') return failed(new Error(t('checks.blackOutPdf')));
    try {
      setOpen({ step, picture: await pictureIn(await bytesOf(step.paper.download)) });
    } catch (error) {
      void renew();
      failed(error);
    }
  };
  const replace = async (file: File) => {
    if (open === null || busy) return;
    const { paper, file: of } = open.step;
    setBusy(true);
    try {
      const sending = sendPaper(
        {
          id: crypto.randomUUID(),
          fileId: of.id,
          document: paper.document,
          member: paper.member,
          noNumberShown: true,
          replaces: paper.id,
          pages: [file],
        },
        () => undefined,
      );
      const change = await sending.answer;
      round.replaced(paper.id, change.paper);
      setOpen(null);
      notify.done(t('checks.done.blackedOut'));
      void paperChanged(of.id);
    } catch (error) {
      failed(new Error(asProblem(error).detail), () => void replace(file));
    } finally {
      setBusy(false);
    }
  };
  return { open, busy, start, replace, close: () => setOpen(null) };
}
