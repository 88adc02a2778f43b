import pg from 'pg';

/**
 * A connection that may be cut at any moment without ending the process. Node ends a process when nobody hears an
 * `error` event, and whoever connects, or takes a connection from a pool, listens only a moment later. Here the failure
 * is always heard, and met by `connect` or by the next statement. For every pool of a process that must go on.
 */
export class SteadyClient extends pg.Client {
  #cut: Error | undefined;

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', (error) => (this.#cut ??= error));
  }

  override connect(): Promise<pg.Client>;
  override connect(callback: (error: Error) => void): void;
  override connect(callback?: (error: Error) => void): Promise<pg.Client> | void {
    if (callback !== undefined) return super.connect(callback);
    return super.connect().then((client) => {
      if (this.#cut !== undefined) throw this.#cut;
      return client;
    });
  }
}
