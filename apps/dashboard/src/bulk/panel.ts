export type Panel = 'assign' | 'snooze' | 'record';
/** What a panel is given: the files, and what to do when it is left or its work is done. */
export type PanelProps = { ids: readonly string[]; onClose: () => void; onDone: () => void };
