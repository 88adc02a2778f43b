import type { Socket } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';

/** What the mail server of a test does with the next letters. */
export type Weather =
  | 'fine'
  /** refuses the connection's greeting */
  | 'busy_at_greeting'
  | 'busy_at_recipient'
  | 'greylisted'
  | 'no_such_user'
  | 'policy'
  | 'sender_refused'
  | 'later_after_dot'
  | 'refused_after_dot'
  /** takes the whole letter and closes without a word */
  | 'drop_after_dot'
  | 'half_a_reply'
  /** closes at the first bytes of the letter */
  | 'drop_in_body'
  /** closes where the letter should begin */
  | 'drop_before_data'
  /** takes the whole letter and says nothing, until told to */
  | 'hang_after_dot'
  /** never gets as far as asking for the letter */
  | 'hang_at_recipient';

export type Received = { to: string; mail: ParsedMail; at: number };

export type MailSink = {
  url: string;
  weather: Weather;
  /** Whole letters that it has answered with 250. */
  taken: Received[];
  /** Whole letters, whatever it answered: what a client may have got. */
  seen: Received[];
  connections(): number;
  /** Called when a letter has arrived whole, before the answer. */
  onWhole: (() => void) | null;
  /** Answers what hangs. */
  answer(): void;
  close(): Promise<void>;
};

const reply = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });

/** A real mail server on a free port, with moods. */
export async function openMailSink(options: SMTPServerOptions = {}): Promise<MailSink> {
  const hanging: (() => void)[] = [];
  const socketOf = (session: SMTPServerSession): Socket | undefined => {
    for (const connection of (server as unknown as { connections: Set<{ session: unknown; _socket: Socket }> })
      .connections)
      if (connection.session === session) return connection._socket;
    return undefined;
  };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    closeTimeout: 100,
    onConnect(_session, done) {
      if (sink.weather === 'busy_at_greeting') return done(reply(421, 'too many connections'));
      done();
    },
    onMailFrom(_address, _session, done) {
      if (sink.weather === 'sender_refused') return done(reply(553, '5.7.1 not your address'));
      done();
    },
    onRcptTo(_address, session, done) {
      switch (sink.weather) {
        case 'greylisted':
          return done(reply(451, '4.7.1 greylisted, come back'));
        case 'no_such_user':
          return done(reply(550, '5.1.1 no such user'));
        case 'policy':
          return done(reply(554, '5.7.1 refused by policy'));
        case 'busy_at_recipient':
          return done(reply(421, '4.3.2 shutting down'));
        case 'drop_before_data':
          return void socketOf(session)?.destroy();
        case 'hang_at_recipient':
          return void hanging.push(done);
        default:
          done();
      }
    },
    onData(stream, session, done) {
      if (sink.weather === 'drop_in_body') {
        stream.once('data', () => socketOf(session)?.destroy());
        return;
      }
      const whole = (mail: ParsedMail) => {
        const { weather } = sink;
        const received = { to: session.envelope.rcptTo[0]?.address ?? '', mail, at: Date.now() };
        sink.seen.push(received);
        sink.onWhole?.();
        const take = () => {
          sink.taken.push(received);
          done(null, 'taken');
        };
        switch (weather) {
          case 'drop_after_dot':
            return void socketOf(session)?.destroy();
          case 'half_a_reply':
            return void socketOf(session)?.end('25');
          case 'later_after_dot':
            return done(reply(451, '4.3.0 try again'));
          case 'refused_after_dot':
            return done(reply(554, '5.7.1 looks like spam'));
          case 'hang_after_dot':
            return void hanging.push(take);
          default:
            take();
        }
      };
      simpleParser(stream).then(whole, () => {}); // a letter that was broken off was never whole
    },
    ...options,
  });
  server.on('error', () => {}); // connections that we destroy ourselves
  const port = await new Promise<number>((done) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address();
      done(typeof address === 'object' && address ? address.port : 0);
    });
  });
  const sink: MailSink = {
    url: `smtp://127.0.0.1:${port}`,
    weather: 'fine',
    taken: [],
    seen: [],
    onWhole: null,
    connections: () => server.connections.size,
    answer: () => hanging.splice(0).forEach((each) => each()),
    close: () => new Promise((done) => server.close(() => done())),
  };
  return sink;
}
