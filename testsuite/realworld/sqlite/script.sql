-- Every kind of work SQLite does on a file, with results that do not depend on time or chance.
PRAGMA foreign_keys = ON;
-- Built for WASI, SQLite calls fchmod through a null pointer when it makes a temporary file.
PRAGMA temp_store = memory;
PRAGMA cache_size = 60; -- far smaller than the data: pages are spilled and read again
SELECT sqlite_version(), sqlite_source_id();

CREATE TABLE customers(id INTEGER PRIMARY KEY, name TEXT NOT NULL, city TEXT, credit REAL);
CREATE TABLE products(id INTEGER PRIMARY KEY, label TEXT UNIQUE, price INTEGER CHECK(price > 0), picture BLOB);
CREATE TABLE orders(
  id INTEGER PRIMARY KEY,
  customer INTEGER NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
  product INTEGER NOT NULL REFERENCES products(id),
  quantity INTEGER NOT NULL,
  placed TEXT
);
CREATE TABLE log(what TEXT, count INTEGER DEFAULT 0);
CREATE TABLE pairs(a INTEGER, b INTEGER, note TEXT, PRIMARY KEY(a, b)) WITHOUT ROWID;

BEGIN;
WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
INSERT INTO customers
SELECT i, printf('customer %05d', (i * 7919) % 100003),
       substr('ParisOslo Rome Wien Riga ', 1 + 5 * (i % 5), 5), (i * 37 % 1000) / 8.0 FROM n;
WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 500)
INSERT INTO products
SELECT i, 'product ' || char(65 + i % 26) || hex(i), 1 + i * i % 997, zeroblob(i % 50) || CAST(printf('%x', i * 2654435761) AS BLOB) FROM n;
WITH RECURSIVE n(i, x) AS (
  VALUES(1, 12345)
  UNION ALL SELECT i + 1, (x * 1103515245 + 12345) % 2147483648 FROM n WHERE i < 30000)
INSERT INTO orders
SELECT i, 1 + x / 65536 % 2000, 1 + x / 256 % 500, 1 + x / 1024 % 9,
       date('2020-01-01', printf('+%d days', x / 4096 % 1500)) FROM n;
COMMIT;
SELECT 'rows', (SELECT count(*) FROM customers), (SELECT count(*) FROM products), (SELECT count(*) FROM orders);

CREATE INDEX orders_by_customer ON orders(customer, placed);
CREATE INDEX orders_by_product ON orders(product);
CREATE INDEX big_orders ON orders(quantity) WHERE quantity > 7;
CREATE INDEX customers_by_lower ON customers(lower(city), name);
CREATE VIEW turnover AS
  SELECT c.id AS customer, c.city AS city, sum(o.quantity * p.price) AS total
  FROM orders o JOIN customers c ON c.id = o.customer JOIN products p ON p.id = o.product
  GROUP BY c.id;
ANALYZE;

.mode column
.headers on
SELECT city, count(*) AS customers, sum(total) AS total, avg(total) AS mean, min(total), max(total)
FROM turnover GROUP BY city ORDER BY total DESC;
.mode list
.headers off

SELECT o.id, c.name, p.label, o.quantity FROM orders o
JOIN customers c ON c.id = o.customer LEFT JOIN products p ON p.id = o.product
WHERE o.placed BETWEEN '2022-02-01' AND '2022-02-03' ORDER BY o.placed, o.id LIMIT 15;
SELECT strftime('%Y-%m', placed) AS month, count(DISTINCT customer), sum(quantity), total(quantity) / count(*)
FROM orders GROUP BY month HAVING count(*) > 500 ORDER BY month LIMIT 20;
SELECT name FROM customers WHERE lower(city) = 'paris' AND name LIKE '%77%' ORDER BY name;
SELECT count(*) FROM orders WHERE quantity > 7;
SELECT city, name, credit FROM (
  SELECT city, name, credit, rank() OVER (PARTITION BY city ORDER BY credit DESC, name) AS place,
         sum(credit) OVER (PARTITION BY city ORDER BY name ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS running
  FROM customers) WHERE place <= 3 ORDER BY city, place;
SELECT id, lag(quantity, 2, -1) OVER w, ntile(4) OVER w, group_concat(quantity) OVER (ORDER BY id ROWS 3 PRECEDING)
FROM orders WHERE id < 12 WINDOW w AS (ORDER BY id);

-- Recursion: the Mandelbrot set and all 92 solutions of the eight queens.
WITH RECURSIVE
  xaxis(x) AS (VALUES(-2.0) UNION ALL SELECT x + 0.075 FROM xaxis WHERE x < 0.7),
  yaxis(y) AS (VALUES(-1.1) UNION ALL SELECT y + 0.15 FROM yaxis WHERE y < 1.1),
  m(iter, cx, cy, x, y) AS (
    SELECT 0, x, y, 0.0, 0.0 FROM xaxis, yaxis
    UNION ALL
    SELECT iter + 1, cx, cy, x * x - y * y + cx, 2.0 * x * y + cy FROM m
    WHERE x * x + y * y < 4.0 AND iter < 28),
  m2(iter, cx, cy) AS (SELECT max(iter), cx, cy FROM m GROUP BY cx, cy),
  a(t) AS (SELECT group_concat(substr(' .+*#', 1 + min(iter / 7, 4), 1), '') FROM m2 GROUP BY cy)
SELECT group_concat(rtrim(t), char(10)) FROM a;
WITH RECURSIVE
  digits(d) AS (VALUES(1) UNION ALL SELECT d + 1 FROM digits WHERE d < 8),
  place(board, row) AS (
    VALUES('', 0)
    UNION ALL
    SELECT board || d, row + 1 FROM place, digits WHERE row < 8 AND NOT EXISTS (
      SELECT 1 FROM digits AS earlier WHERE earlier.d <= row AND (
        CAST(substr(board, earlier.d, 1) AS INTEGER) = digits.d
        OR abs(CAST(substr(board, earlier.d, 1) AS INTEGER) - digits.d) = row + 1 - earlier.d)))
SELECT count(*), min(board), max(board) FROM place WHERE row = 8;

-- Transactions, savepoints and what is undone.
CREATE TRIGGER count_deletes AFTER DELETE ON orders BEGIN
  UPDATE log SET count = count + 1 WHERE what = 'deleted';
END;
INSERT INTO log(what) VALUES('deleted'), ('updated');
BEGIN;
UPDATE orders SET quantity = quantity + 100;
SELECT 'inside', sum(quantity) FROM orders;
ROLLBACK;
SELECT 'after rollback', sum(quantity) FROM orders;
BEGIN IMMEDIATE;
UPDATE products SET price = price * 2 WHERE id % 3 = 0;
SAVEPOINT inner_one;
DELETE FROM orders WHERE customer < 100;
SELECT 'in savepoint', count(*), (SELECT count FROM log WHERE what = 'deleted') FROM orders;
ROLLBACK TO inner_one;
DELETE FROM orders WHERE id % 10 = 3;
RELEASE inner_one;
COMMIT;
SELECT 'committed', count(*), (SELECT count FROM log WHERE what = 'deleted') FROM orders;
DELETE FROM customers WHERE id BETWEEN 300 AND 330;
SELECT 'cascaded', count(*), (SELECT count FROM log WHERE what = 'deleted') FROM orders;

INSERT INTO pairs SELECT id % 100, id % 37, 'first' FROM orders WHERE true
  ON CONFLICT(a, b) DO UPDATE SET note = note || '+';
SELECT count(*), max(length(note)), sum(length(note)) FROM pairs;
UPDATE customers SET credit = credit + (SELECT count(*) FROM orders WHERE customer = customers.id) / 10.0
  WHERE city <> 'Paris';
UPDATE customers SET name = upper(name), city = NULL WHERE id % 97 = 0 RETURNING id, name;
SELECT city IS NULL, count(*), round(sum(credit), 3) FROM customers GROUP BY 1;

-- Types, functions, set operations and errors that are only results.
SELECT typeof(1), typeof(1.0), typeof('x'), typeof(x'00'), typeof(NULL), 7 / 2, 7 % -3, 7.0 / 2, 1e300 * 1e10, -5 >> 1, 5 << 62;
SELECT 9223372036854775807, -9223372036854775808, 9223372036854775807 + 1, 0.1 + 0.2, 1.0 / 3, 1e-320, 123456789.123456789;
SELECT printf('%.15g %e %08.3f %x %c %q', 2.0 / 3, 12345.678, -3.14159, 255, 'z', 'it''s'), quote(x'0102ff'), hex('grün'), unicode('ü'), length('grün');
SELECT group_concat(x, ',') FROM (SELECT id AS x FROM products WHERE id < 20 EXCEPT SELECT product FROM orders WHERE quantity = 9 AND product % 5 = 0 INTERSECT SELECT id FROM products WHERE id % 2 = 0 UNION SELECT 1000 ORDER BY 1);
SELECT json_extract('{"a":[1,2.5,{"b":"text"}]}', '$.a[2].b'), json_group_array(id) FROM products WHERE id < 6;
SELECT key, value, type FROM json_each('[1,null,"two",3.5,[4]]');
SELECT date('2024-02-28', '+2 days'), strftime('%s', '2001-09-09 01:46:40'), julianday('2000-01-01 12:00:00'), time('12:34:56', '-90 minutes');
SELECT 'abc' GLOB 'a*c', 'ABC' LIKE 'a_c', instr('hello', 'll'), replace('banana', 'an', 'AN'), trim('  x  '), substr('abcdef', -3, 2), coalesce(NULL, 3), iif(1 > 2, 'a', 'b');
SELECT sum(length(picture)), max(hex(picture)) FROM products WHERE picture IS NOT NULL;
EXPLAIN QUERY PLAN SELECT * FROM orders WHERE customer = 5 AND placed > '2021';

-- A sort and a group that do not fit the cache.
CREATE TABLE sorted AS SELECT id, customer * 31 + product AS k, printf('%060d', id * 7 % 1000) AS pad FROM orders ORDER BY pad, k, id;
SELECT count(*), sum(k), (SELECT group_concat(id) FROM (SELECT id FROM sorted WHERE rowid % 4000 = 0)) FROM sorted;
SELECT count(*) FROM (SELECT DISTINCT pad, k % 100 FROM sorted);
ALTER TABLE sorted ADD COLUMN extra INTEGER DEFAULT 7;
ALTER TABLE sorted RENAME COLUMN pad TO padding;
ALTER TABLE sorted DROP COLUMN k;
SELECT sql FROM sqlite_schema WHERE name = 'sorted';
DROP TABLE sorted;
PRAGMA freelist_count;
PRAGMA integrity_check;
PRAGMA foreign_key_check;
VACUUM;
PRAGMA freelist_count;
PRAGMA page_count;
PRAGMA integrity_check;
PRAGMA journal_mode = persist;
INSERT INTO log VALUES('after vacuum', 1);
PRAGMA journal_mode = delete;
PRAGMA user_version = 7;
SELECT name, tbl_name, rootpage FROM sqlite_schema ORDER BY name;
.tables
.schema orders
SELECT * FROM no_such_table;
SELECT 'the end', total_changes() > 100000;
