import type { Provider } from '../../src/database/open.ts'
import type { EmptyDatabase } from './empty.ts'

/** What a database is made of, one line a column, index and constraint, sorted; without Prisma's own book. */
export async function catalogue(provider: Provider, db: EmptyDatabase): Promise<readonly string[]> {
  const lines = provider === 'sqlite' ? await sqliteLines(db) : await postgresLines(db)
  return lines.filter((line) => !line.startsWith('_prisma_migrations ')).sort()
}

async function sqliteLines(db: EmptyDatabase): Promise<readonly string[]> {
  const rows = await db.rows(`
    SELECT t.name AS place, 'column ' || c.name AS what, c.type || ' notnull=' || c."notnull" || ' pk=' || c.pk AS how,
           c.dflt_value AS more
    FROM sqlite_master t, pragma_table_xinfo(t.name) c WHERE t.type = 'table'
    UNION ALL
    SELECT t.name, 'index ' || i.name, 'unique=' || i."unique" || ' partial=' || i.partial,
           (SELECT group_concat(k.name || ' desc=' || k."desc" || ' ' || k.coll, ', ')
            FROM (SELECT * FROM pragma_index_xinfo(i.name) WHERE key = 1 ORDER BY seqno) k)
    FROM sqlite_master t, pragma_index_list(t.name) i WHERE t.type = 'table'
    UNION ALL
    SELECT t.name, 'reference ' || f."from", f."table" || '(' || f."to" || ')',
           'update ' || f.on_update || ' delete ' || f.on_delete || ' part ' || f.seq
    FROM sqlite_master t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table'`)
  return rows.map(line)
}

async function postgresLines(db: EmptyDatabase): Promise<readonly string[]> {
  const rows = await db.rows(`
    SELECT table_name AS place, 'column ' || column_name AS what, udt_name || ' null=' || is_nullable AS how,
           concat_ws(' ', column_default, character_maximum_length, numeric_precision, datetime_precision) AS more
    FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL
    SELECT tablename, 'index ' || indexname, indexdef, NULL FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL
    SELECT conrelid::regclass::text, 'constraint ' || conname, pg_get_constraintdef(oid), NULL
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace`)
  return rows.map(line)
}

const line = ({ place, what, how, more }: Readonly<Record<string, unknown>>) =>
  [place, what, how, more ?? ''].join(' ').replaceAll('"', '').trimEnd()
