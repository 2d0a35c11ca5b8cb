import { Pool, type PoolClient } from "pg";

/** A customer whose screening has not been ordered yet, as far as the book knows. */
export interface Unsent {
  readonly customer_id: number;
  readonly name: string;
  readonly birthday: string;
  readonly reference: string;
}

/** What a finished screening came to. */
export interface Finding {
  readonly task_id: number;
  readonly reference: string;
  readonly risk: number | null;
  readonly band: string;
  readonly sanctioned: boolean | null;
}

/** How many customers stand where. */
export interface Standing {
  readonly total: number;
  readonly unsent: number;
  readonly waiting: number;
  readonly done: number;
  readonly dead: number;
}

/** Somebody has to look at these customers. */
export interface DeadLetter {
  readonly customer_id: number;
  readonly reference: string;
  readonly reason: string;
}

const schema = `
  create table if not exists customers (
    customer_id integer primary key,
    name text not null,
    birthday text not null
  );
  create table if not exists screenings (
    customer_id integer primary key references customers,
    -- Given to the vendor: a lost answer is found again by it. It never changes.
    reference text not null unique,
    state text not null default 'unsent' check (state in ('unsent', 'waiting', 'done', 'dead')),
    task_id bigint unique,
    risk integer,
    band text,
    sanctioned boolean,
    reason text,
    since timestamptz not null default now()
  );
  -- Callbacks that could not be worked on, by their digests.
  create table if not exists complaints (callback text primary key, since timestamptz not null default now());
  create index if not exists screenings_by_state on screenings (state, since);
`;

/**
 * The bank's own record: who is to be screened, and how far each one is.
 *
 * Every change is one statement that only moves forward, so doing it twice changes nothing: workers may die anywhere.
 */
export class Book {
  readonly #pool: Pool;

  constructor(url: string) {
    this.#pool = new Pool({ connectionString: url, max: 8 });
    // An idle connection that breaks is replaced; without a listener it would end the process.
    this.#pool.on("error", () => undefined);
  }

  /** Makes the tables, once. */
  async prepare(): Promise<void> {
    await this.#pool.query(schema);
  }

  /** Writes made-up customers into an empty book. */
  async fill(run: string, customers: number): Promise<void> {
    await this.#within(async (client) => {
      await client.query(
        `insert into customers select n, 'Example Person ' || n, '1990-06-21' from generate_series(1, $1) n
         on conflict do nothing`,
        [customers],
      );
      await client.query(
        `insert into screenings (customer_id, reference) select customer_id, $1 || '-' || customer_id from customers
         on conflict do nothing`,
        [run],
      );
    });
  }

  /** Customers that nobody has ordered yet, in their order. */
  async unsentIds(): Promise<number[]> {
    const { rows } = await this.#pool.query<{ customer_id: number }>(
      "select customer_id from screenings where state = 'unsent' order by customer_id",
    );
    return rows.map(({ customer_id }) => customer_id);
  }

  /** Those of a batch that nobody has ordered yet, in their order. */
  async unsent(ids: readonly number[]): Promise<Unsent[]> {
    const { rows } = await this.#pool.query<Unsent>(
      `select customer_id, name, birthday, reference from screenings join customers using (customer_id)
       where customer_id = any($1) and state = 'unsent' order by customer_id`,
      [ids],
    );
    return rows;
  }

  /** Notes the vendor's tasks. A result that came before stays. */
  async ordered(tasks: readonly { readonly reference: string; readonly task_id: number }[]): Promise<void> {
    await this.#pool.query(
      `update screenings set state = 'waiting', task_id = given.task_id, since = now()
       from unnest($1::text[], $2::bigint[]) as given (reference, task_id)
       where screenings.reference = given.reference and state = 'unsent'`,
      [tasks.map((one) => one.reference), tasks.map((one) => one.task_id)],
    );
  }

  /** Notes a result. It may come before its task was noted: the reference tells whose it is. */
  async found({ reference, task_id, risk, band, sanctioned }: Finding): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      `update screenings set state = 'done', task_id = $2, risk = $3, band = $4, sanctioned = $5, since = now()
       where reference = $1 and state in ('unsent', 'waiting')`,
      [reference, task_id, risk, band, sanctioned],
    );
    return rowCount === 1;
  }

  /** Sets customers aside for a person, with the reason. */
  async giveUp(references: readonly string[], reason: string): Promise<void> {
    await this.#pool.query(
      `update screenings set state = 'dead', reason = $2, since = now() where reference = any($1) and state = 'unsent'`,
      [references, reason],
    );
  }

  /** Notes a callback that could not be worked on. The sweep asks for its task all the same. */
  async complain(callback: string): Promise<void> {
    await this.#pool.query("insert into complaints (callback) values ($1) on conflict do nothing", [callback]);
  }

  /** Tasks whose callback should have come by now. */
  async overdue(afterMs: number, limit: number): Promise<{ task_id: number; since: Date }[]> {
    const { rows } = await this.#pool.query<{ task_id: string; since: Date }>(
      `select task_id, since from screenings where state = 'waiting' and since < now() - $1 * interval '1 millisecond'
       order by since limit $2`,
      [afterMs, limit],
    );
    return rows.map(({ task_id, since }) => ({ task_id: Number(task_id), since }));
  }

  async standing(): Promise<Standing> {
    const { rows } = await this.#pool.query<Standing>(
      `select count(*)::int as total,
         count(*) filter (where state = 'unsent')::int as unsent,
         count(*) filter (where state = 'waiting')::int as waiting,
         count(*) filter (where state = 'done')::int as done,
         count(*) filter (where state = 'dead')::int as dead
       from screenings`,
    );
    return rows[0] ?? { total: 0, unsent: 0, waiting: 0, done: 0, dead: 0 };
  }

  async bands(): Promise<Map<string, number>> {
    const { rows } = await this.#pool.query<{ band: string; count: number }>(
      "select band, count(*)::int as count from screenings where state = 'done' group by band",
    );
    return new Map(rows.map(({ band, count }) => [band, count]));
  }

  async dead(): Promise<DeadLetter[]> {
    const { rows } = await this.#pool.query<DeadLetter>(
      "select customer_id, reference, reason from screenings where state = 'dead' order by customer_id",
    );
    return rows;
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #within(work: (client: PoolClient) => Promise<void>): Promise<void> {
    const client = await this.#pool.connect();
    try {
      await client.query("begin");
      await work(client);
      await client.query("commit");
    } catch (error) {
      await client.query("rollback");
      throw error;
    } finally {
      client.release();
    }
  }
}
