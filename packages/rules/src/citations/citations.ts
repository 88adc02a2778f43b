/** Placeholder of the type until the table stands: every rule names one of these. */
export type SourceId = string;
