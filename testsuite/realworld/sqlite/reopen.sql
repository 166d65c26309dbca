-- A second process on the file that script.sql left behind.
PRAGMA temp_store = memory;
PRAGMA user_version;
PRAGMA quick_check;
SELECT count(*), sum(quantity) FROM orders WHERE customer IN (SELECT id FROM customers WHERE credit > 100);
BEGIN;
DELETE FROM orders WHERE id % 2 = 0;
INSERT INTO customers(name, city) SELECT 'copy of ' || name, city FROM customers WHERE id < 50;
COMMIT;
REINDEX;
PRAGMA incremental_vacuum;
.mode csv
.headers on
SELECT * FROM pairs ORDER BY b, a LIMIT 200;
.mode insert orders
SELECT * FROM orders WHERE id % 50 = 1;
.headers off
.mode list
-- No table with REAL columns: their last digits come from long double, which is wider in Wasm.
.dump products log
