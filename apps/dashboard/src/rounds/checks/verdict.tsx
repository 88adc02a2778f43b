import { Badge, Button, Menu, Textarea } from '@mantine/core';
import { IconCheck, IconPointFilled } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Day } from '@suivi/rules/calendar/days';
import type { Fault } from '@suivi/rules/vocabulary';
import { FAULTS } from '@suivi/rules/vocabulary';
import type { FileModel } from '../../file/model.ts';
import { Because, Explained } from '../../shell/explained.tsx';
import { noteIsClean } from '../../shell/note-field.tsx';
import { useLanguage, useSay } from '../../shell/say.ts';
import { languageName } from '../../shell/vocabulary.ts';
import { pointsOf } from './must-show.ts';
import { NotedFields } from './noted-fields.tsx';
import type { Draft, Outcome, Step } from './round.ts';
import classes from './verdict.module.css';

export const LONGEST_NOTE = 500;
/** What is wrong with the sentence for the client; the words are in `checks`. */
export function noteFault({ fault, note }: Draft): 'noteEmpty' | 'noteTooLong' | 'number' | null {
  if (fault === null) return null;
  if (note.trim() === '') return 'noteEmpty';
  if (!noteIsClean(note)) return 'number';
  return note.trim().length > LONGEST_NOTE ? 'noteTooLong' : null;
}
export const KEY_OF_FAULT: Record<Fault, string> = { incomplete: 'i', incorrect: 'w', outdated: 'o' };

type Props = {
  step: Step;
  draft: Draft;
  model: FileModel | null;
  today: Day;
  saving: boolean;
  /** What came of it in this round. */
  outcome: Outcome | undefined;
  note: RefObject<HTMLTextAreaElement | null>;
  write: (change: (draft: Draft) => Draft) => void;
  choose: (fault: Fault) => void;
  verify: () => void;
  save: () => void;
};

/** At the right: which paper it is, why it is asked for, what it must show, and what one thinks of it. */
export function Verdict(props: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = useSay();
  const { step, draft, model, today, saving, outcome, write, choose, verify, save } = props;
  const { paper, file } = step;
  const wrong = noteFault(draft);
  const infected = paper.scan === 'infected';
  const points =
    model === null
      ? []
      : pointsOf({ document: paper.document, member: paper.member, applicant: model.applicant, street: model.view.client.street }, language); // prettier-ignore
  return (
    <section className={classes.verdict} aria-label={t('checks.verdict')}>
      <div className={classes.inside} tabIndex={0} role="group" aria-label={paper.documentName[language]}>
        <div className={classes.head}>
          <div className="grow">
            <h2 className={classes.title}>{paper.documentName[language]}</h2>
            <p className="small dim">
              <Link to={`/files/${file.id}`} className={classes.client}>
                {file.clientName}
              </Link>
              {[' ', file.reference, file.caisse].filter(Boolean).join(' · ').replace('  ·', ' ·')}
            </p>
          </div>
          <Badge variant="outline" color="gray" className={classes.state}>
            {outcome === undefined ? t(`papers.view.state.${paper.state}`) : t(`checks.${outcome.verdict}`)}
          </Badge>
        </div>
        <p className={`${classes.because} small`}>
          <Explained
            explanation={<Because because={paper.because} source={paper.source} of={`document:${paper.document}`} />}
          >
            {t(`checks.need.${paper.need}`)}. {say(paper.because)}
          </Explained>{' '}
          {paper.need !== 'required' && say(paper.whyAsked)}
        </p>
        <ul className={classes.points} aria-label={t('checks.mustShow')}>
          {points.length === 0 ? (
            <li>
              <IconPointFilled aria-hidden="true" />
              <span>{say(paper.mustShow)}</span>
            </li>
          ) : (
            points.map(({ words, known }) => (
              <li key={words.en}>
                <IconPointFilled aria-hidden="true" />
                <span>{say(words)}</span>
                {known !== null && <p className="nums">{known}</p>}
              </li>
            ))
          )}
        </ul>
        {outcome === undefined && (
          <>
            <NotedFields
              step={step}
              draft={draft}
              change={(part) => write((before) => ({ ...before, ...part }))}
              model={model}
              today={today}
            />
            {infected && (
              <p className={classes.infected} role="alert">
                {t('checks.infected')}
              </p>
            )}
            <div>
              <span className={classes.label} id="fault-label">
                {t('checks.sendBackAs')}
              </span>
              <div className={classes.faults} role="group" aria-labelledby="fault-label">
                {FAULTS.map((fault) => (
                  <button
                    key={fault}
                    type="button"
                    aria-pressed={draft.fault === fault}
                    // Chosen once more: it is meant.
                    onClick={() => (draft.fault === fault ? save() : choose(fault))}
                  >
                    <kbd aria-hidden="true" className="at-desk">
                      {KEY_OF_FAULT[fault].toUpperCase()}
                    </kbd>
                    {t(`checks.fault.${fault}`)}
                  </button>
                ))}
              </div>
            </div>
            {draft.fault !== null && <NoteForClient {...props} wrong={wrong} />}
          </>
        )}
        {outcome !== undefined && <p className={classes.settled}>{t(`checks.${outcome.verdict}`)}</p>}
      </div>
      {outcome === undefined && (
        <div className={classes.acts}>
          <Button
            h={40}
            variant={draft.fault === null ? 'filled' : 'default'}
            leftSection={<IconCheck aria-hidden="true" />}
            rightSection={<kbd>V</kbd>}
            loading={saving && draft.fault === null}
            disabled={infected || (saving && draft.fault !== null)}
            onClick={verify}
          >
            {t('checks.verify')}
          </Button>
          <Button
            h={40}
            variant={draft.fault === null ? 'default' : 'filled'}
            rightSection={<kbd>Enter</kbd>}
            loading={saving && draft.fault !== null}
            disabled={draft.fault === null || wrong !== null}
            onClick={save}
          >
            {t('checks.sendBack')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** The sentence that the client's email quotes: a ready one, or one's own. */
function NoteForClient({ step, draft, note, write, save, wrong }: Props & { wrong: ReturnType<typeof noteFault> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { paper, file } = step;
  useEffect(() => {
    note.current?.scrollIntoView({ block: 'nearest' });
  }, [note]);
  return (
    <div className={classes.note}>
      <Textarea
        ref={note}
        label={t('checks.note')}
        value={draft.note}
        lang={file.language}
        onChange={({ currentTarget: { value } }) => write((before) => ({ ...before, note: value }))}
        onKeyDown={(event) => {
          // One paragraph: Enter goes on, as everywhere in the round; Esc goes back to the keys.
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            save();
          } else if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            event.currentTarget.blur();
          }
        }}
        error={wrong === null ? undefined : wrong === 'number' ? t('noteField.number') : t(`checks.${wrong}`)}
        description={t('checks.noteHint', { language: languageName(file.language, language) })}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        autosize
        minRows={2}
        maxRows={6}
      />
      <Menu position="bottom-start" withinPortal width={380}>
        <Menu.Target>
          <button type="button" className={classes.wordings}>
            {t('checks.wordings')}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {FAULTS.map((fault) => (
            <Menu.Item
              key={fault}
              lang={file.language}
              onClick={() => write((before) => ({ ...before, note: paper.faults[fault][file.language] }))}
            >
              {paper.faults[fault][file.language]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
