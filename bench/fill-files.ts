import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';

/** Fills an agency with files as lists and search see them, for measuring: names repeat as names do. */

const LAST =
  'Gonçalves|Featherstonehaugh|Culliver|Ap Rhys|Müller-Lüdenscheidt|van der Heijden|Bélanger|Ben Salah|Thwaite|El Idrissi|Watanabe|Ångström|Venkataraman|Washburn|Großmann|O’Neill|Nakamura|Silva|Kowalski|Petrov|Okafor|Hernández|Nguyễn|Larsen|Rossi|Dubois|Kaya|Haddad|Mbeki|Schröder'.split(
    '|',
  );
const FIRST =
  'João|Hilary|Bruce|Nigel|Graham|Annegret|Anouk|Maude|Amel|Jürgen|Bronwen|Conceição|Yassine|Haruka|Åsa|Maarten|Arjun|Shayla|Carol|Priya|Salma|Gordon|Priscilla|Wiremu|Ingrid|Tomás|Zoë|Léa|Noor|Emeka'.split(
    '|',
  );
const TOWNS =
  'Périgueux|Bordeaux|Nice|Paris|Lyon|Strasbourg|Ajaccio|Brest|Toulon|Angoulême|Tourcoing|Cherbourg-en-Cotentin|Saint-Denis'.split(
    '|',
  );
const STAGES: [string, number][] = [
  ['gathering_documents', 1],
  ['waiting_for_eligibility', 1],
  ['ready_to_submit', 1],
  ['submitted', 2],
  ['with_cpam', 3],
  ['rights_open', 4],
  ['number_issued', 5],
  ['card_ordered', 6],
  ['card_delivered', 7],
];
const CATEGORIES = ['resident', 'employee', 'self_employed', 's1_holder', 'student'];

const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/**
 * Adds `count` files to an agency that exists.
 * @param owner the URL of the account that owns the tables
 * @param searchText the application's own, so that the benchmark searches what the application would
 */
export async function fillFiles(
  owner: string,
  agencyId: string,
  count: number,
  searchText: (file: { lastName: string; firstName: string; reference: string; town: string; email: string }) => string,
): Promise<void> {
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  const sealed = randomBytes(400);
  const run = randomBytes(2).toString('hex');
  try {
    for (let from = 0; from < count; from += 5_000) {
      const files = Array.from({ length: Math.min(5_000, count - from) }, (_, place) => {
        const n = from + place;
        const lastName = `${at(LAST, n * 7)}${n % 3 === 0 ? `-${at(LAST, Math.floor(n / 30))}` : ''}`;
        const firstName = at(FIRST, Math.floor(n / 11));
        const town = at(TOWNS, n * 5);
        const reference = `B${run}-${n}`;
        const email = `client${n}@example.org`;
        const [stage, step] = at(STAGES, Math.floor(n / 7));
        return {
          id: randomUUID(),
          reference,
          first_name: firstName,
          last_name: lastName,
          search_text: searchText({ lastName, firstName, reference, town, email }),
          email,
          town,
          caisse: `CPAM ${town}`,
          category: at(CATEGORIES, n * 3),
          stage,
          step,
          closed: stage === 'card_delivered',
          next_due_on:
            n % 4 === 0
              ? null
              : `2026-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`,
        };
      });
      await client.query('BEGIN');
      await client.query(`SELECT set_config('app.agency', $1, true)`, [agencyId]);
      await client.query(
        `INSERT INTO files (agency_id, id, reference, opened_on, first_name, last_name, search_text, email, town, caisse,
           department, category, language, stage, step, stage_since, closed, next_task_key, next_task_kind, next_due_on,
           applicant_sealed, client_sealed, rules_version)
         SELECT $1, r.id, r.reference, '2026-01-05', r.first_name, r.last_name, r.search_text, r.email, r.town, r.caisse,
           '24', r.category, 'en', r.stage, r.step, '2026-03-01', r.closed,
           CASE WHEN r.next_due_on IS NOT NULL THEN 'call_3646:with_cpam:1' END,
           CASE WHEN r.next_due_on IS NOT NULL THEN 'call_3646' END, r.next_due_on, $3, $3, 'bench'
         FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, reference text, first_name text, last_name text,
           search_text text, email text, town text, caisse text, category text, stage text, step int, closed boolean,
           next_due_on date)`,
        [agencyId, JSON.stringify(files), sealed],
      );
      await client.query('COMMIT');
    }
    await client.query('VACUUM ANALYZE files');
  } finally {
    await client.end();
  }
}
