const LAW = new Set(['reply_to_cpam', 'silence', 'appeal', 'appeal_silence', 'court', 'swiss_option']);

/** Whether a law or CPAM set the day of a deadline. Where neither did, the playbook did, and says so as its source. */
export const isFixedByLaw = ({ kind, source }: { kind: string; source: string }): boolean =>
  LAW.has(kind) && source !== 'playbook';
