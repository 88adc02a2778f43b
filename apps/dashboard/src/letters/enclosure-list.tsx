import { ActionIcon, Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Enclosure, LetterView } from '@suivi/contracts/letters';
import { goingOf } from './change-of.ts';
import classes from './letters.module.css';

type Props = { letter: LetterView; busy: boolean; onChange: (enclosures: string[]) => void };

/** What goes along, in its order. The copy of the mandate is always the first. */
export function EnclosureList({ letter, busy, onChange }: Props) {
  const { t } = useTranslation();
  const { list } = letter;
  const going = goingOf(letter).map(({ id }) => id);
  if (list.length === 0) return null;
  const toggle = ({ id, left }: Enclosure) => onChange(left ? [...going, id] : going.filter((one) => one !== id));
  const move = (id: string, by: -1 | 1) => {
    const at = going.indexOf(id);
    const next = [...going];
    next.splice(at, 1);
    next.splice(at + by, 0, id);
    onChange(next);
  };
  return (
    <section className={classes.enclosures}>
      <h3>{t('letters.drawer.enclosures')}</h3>
      <ul>
        {list.map((one) => {
          const at = going.indexOf(one.id);
          return (
            <li key={one.id}>
              <Checkbox
                className={classes.enclosure}
                checked={!one.left}
                disabled={one.source === 'mandate' || busy}
                onChange={() => toggle(one)}
                label={
                  <>
                    <span lang="fr">{one.name}</span>
                    <span className={classes.how}>
                      {one.scanned
                        ? one.pages !== null && t('letters.pages', { count: one.pages })
                        : t('letters.drawer.byHand')}
                    </span>
                  </>
                }
              />
              {at >= 0 && going.length > 1 && (
                <span className={classes.moves}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={24}
                    aria-label={t('letters.drawer.up', { name: one.name })}
                    disabled={at === 0 || busy}
                    onClick={() => move(one.id, -1)}
                  >
                    <IconArrowUp aria-hidden="true" size={14} />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={24}
                    aria-label={t('letters.drawer.down', { name: one.name })}
                    disabled={at === going.length - 1 || busy}
                    onClick={() => move(one.id, 1)}
                  >
                    <IconArrowDown aria-hidden="true" size={14} />
                  </ActionIcon>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
