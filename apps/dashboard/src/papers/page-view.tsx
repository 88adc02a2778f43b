import { Loader } from '@mantine/core';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { IconPhotoOff } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../shell/empty.tsx';
import classes from './page-view.module.css';

/** How a page lies on the desk. */
export type Lying = { zoom: number; turns: number };
export const FLAT: Lying = { zoom: 1, turns: 0 };
/** Around the page, as in the style sheet. */
const MARGIN = 16;
const ZOOMS = [0.5, 0.75, 1, 1.5, 2, 3, 4];
/** The next larger or smaller step. */
export const zoomed = (zoom: number, by: 1 | -1): number => {
  const next = by === 1 ? ZOOMS.find((one) => one > zoom) : ZOOMS.findLast((one) => one < zoom);
  return next ?? zoom;
};

type Props = {
  /** Null while the link is asked for. */
  src: string | null;
  alt: string;
  lying: Lying;
  /** Another one asks for the same link again. */
  attempt: number;
  desk?: RefObject<HTMLDivElement | null>;
  /** The link has ended, or the page is not to be had. */
  onFailed: () => void;
  onShown?: () => void;
  /** Asked again and still nothing: says so. */
  failed?: boolean;
};

/** A page of a paper as a picture: fitted to its place at first, then as large and as turned as one likes. */
export function PageView({ src, alt, lying, attempt, desk, onFailed, onShown, failed = false }: Props) {
  const { t } = useTranslation();
  const { ref, width: across, height: down } = useElementSize();
  const both = useMergedRef(ref, desk ?? null);
  const [natural, setNatural] = useState<{ src: string; width: number; height: number } | null>(null);
  const known = natural !== null && natural.src === src ? natural : null;
  const sideways = lying.turns % 2 !== 0;
  const place = { across: across - 2 * MARGIN, down: down - 2 * MARGIN };
  const fit =
    known === null || across === 0
      ? 0
      : Math.min(
          place.across / (sideways ? known.height : known.width),
          place.down / (sideways ? known.width : known.height),
        );
  const scale = fit * lying.zoom;
  const width = (known?.width ?? 0) * scale;
  const height = (known?.height ?? 0) * scale;
  return (
    <div className={classes.desk} ref={both} tabIndex={0} role="group" aria-label={alt}>
      {failed ? (
        <EmptyState icon={IconPhotoOff} title={t('papers.view.failed')}>
          {t('papers.view.failedBody')}
        </EmptyState>
      ) : (
        <div className={classes.place} style={sideways ? { width: height, height: width } : { width, height }}>
          {src !== null && (
            <img
              key={`${src} ${attempt}`}
              src={src}
              alt={alt}
              className={classes.page}
              style={{ width, height, transform: `translate(-50%, -50%) rotate(${lying.turns * 90}deg)` }}
              draggable={false}
              onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => {
                setNatural({ src, width: naturalWidth, height: naturalHeight });
                onShown?.();
              }}
              onError={onFailed}
            />
          )}
        </div>
      )}
      {known === null && !failed && <Loader size="sm" className={classes.loader} aria-label={t('state.loading')} />}
    </div>
  );
}
