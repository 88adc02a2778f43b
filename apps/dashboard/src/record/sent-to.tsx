import { Input } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { filingAddress } from '@suivi/rules/caisse';
import type { FileModel } from '../file/model.ts';
import { Because, Explained } from '../shell/explained.tsx';
import { useSay } from '../shell/say.ts';

/** The lines of the envelope, and how the caisse was found. */
export function SentTo({ model }: { model: FileModel }) {
  const { t } = useTranslation();
  const say = useSay();
  const { caisse } = model.plan;
  const lines = caisse.shortName === null ? null : filingAddress(caisse.shortName, model.applicant);
  return (
    <Input.Wrapper label={t('record.sentTo')} labelElement="div">
      <div className="small">
        {lines === null ? (
          t('record.noAddress')
        ) : (
          <address style={{ fontStyle: 'normal' }}>
            {lines.map((line) => (
              <span key={line} style={{ display: 'block' }}>
                {line}
              </span>
            ))}
          </address>
        )}
        <p className="tiny dim">
          <Explained explanation={<Because because={caisse.because} source={caisse.source} of="caisse" />}>
            {say(caisse.because)}
          </Explained>
        </p>
      </div>
    </Input.Wrapper>
  );
}
