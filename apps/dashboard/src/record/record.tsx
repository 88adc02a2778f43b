import type { FileModel } from '../file/model.ts';
type Props = { model: FileModel; asked: Record<string, string | undefined>; onClose: () => void };
export function RecordEvent(_: Props) {
  return null;
}
