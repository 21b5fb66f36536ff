/** The part of the law as a query that a careful analyst would write: chips classed first, places joined as flags. */
import { DuckDBInstance } from '@duckdb/node-api';

const QUERY = `
CREATE OR REPLACE TEMP TABLE determined AS
WITH classed AS (
  SELECT id,
    CASE WHEN NOT data_center AND tpp < 4800 THEN 'none'
         WHEN tpp >= 4800 OR (tpp >= 1600 AND density >= 5.92) THEN '3A090.a'
         WHEN density < 5.92 AND ((tpp >= 2400 AND density >= 1.6) OR (tpp >= 1600 AND density >= 3.2)) THEN '3A090.b'
         ELSE 'none' END AS classification
  FROM chips
),
asked AS (
  SELECT s.id, c.classification,
    c.classification <> 'none' AND d.listed AND NOT d.partner AS by_place,
    c.classification <> 'none' AND h.denied AND NOT h.partner AS by_buyer,
    d.denied OR h.denied AS denied
  FROM shipments s
  JOIN classed c ON c.id = s.item
  JOIN places d ON d.code = s.to_country
  JOIN places h ON h.code = COALESCE(s.headquarters, s.to_country)
)
SELECT id, classification, by_place OR by_buyer AS required,
  CASE WHEN NOT (by_place OR by_buyer) THEN 'none'
       WHEN denied THEN 'presumption-of-denial'
       ELSE 'presumption-of-approval' END AS policy
FROM asked`;

/**
 * @param {ReturnType<typeof import('../shipments.js').partOfTheLaw>} part
 * @param {ReturnType<typeof import('../shipments.js').randomShipments>} columns
 */
export async function openDuckDb({ chips, places }, columns) {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await connection.run('CREATE TABLE chips(id VARCHAR, tpp DOUBLE, density DOUBLE, data_center BOOLEAN)');
  await connection.run('CREATE TABLE places(code VARCHAR, listed BOOLEAN, denied BOOLEAN, partner BOOLEAN)');
  for (const { id, tpp, density, dataCenter } of chips) {
    await connection.run('INSERT INTO chips VALUES ($1, $2, $3, $4)', [id, tpp, density, dataCenter]);
  }
  for (const { code, listed, denied, partner } of places) {
    await connection.run('INSERT INTO places VALUES ($1, $2, $3, $4)', [code, listed, denied, partner]);
  }
  await connection.run(
    'CREATE TABLE shipments(id INTEGER, item VARCHAR, from_country VARCHAR, to_country VARCHAR, shipped_on VARCHAR, headquarters VARCHAR)',
  );
  const appender = await connection.createAppender('shipments');
  for (let row = 0; row < columns.item.length; row++) {
    appender.appendInteger(row);
    for (const column of [columns.item, columns.from, columns.to, columns.on]) appender.appendVarchar(column[row]);
    const headquarters = columns.headquarters[row];
    if (headquarters === undefined) appender.appendNull();
    else appender.appendVarchar(headquarters);
    appender.endRow();
  }
  appender.closeSync();
  return {
    run: () => connection.run(QUERY),
    /** @param {number} every @returns {Promise<[string, boolean, string][]>} of one row in `every` */
    answers: async (every) => {
      const sql = `SELECT classification, required, policy FROM determined WHERE id % ${every} = 0 ORDER BY id`;
      return /** @type {any} */ ((await connection.runAndReadAll(sql)).getRows());
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
