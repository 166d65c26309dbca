// SQLite on a database in memory: insertions, an index, look-ups, joins, groups, sorted text,
// changes. Linked with SQLite's source, which `run` finds.
#include "bench.h"

#include <sqlite3.h>

// SQLite is built without an operating system (SQLITE_OS_OTHER): a database in memory asks it for
// nothing but these, and so every engine that runs the other programs can run this one.
static int openNothing(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags,
                       int *got) {
  (void)vfs, (void)name, (void)flags, (void)got;
  file->pMethods = NULL;
  return SQLITE_CANTOPEN;
}
static int noRandomness(sqlite3_vfs *vfs, int size, char *bytes) {
  (void)vfs;
  memset(bytes, 0, (size_t)size);
  return size;
}
static int noTime(sqlite3_vfs *vfs, double *days) {
  (void)vfs;
  *days = 2451544.5;
  return SQLITE_OK;
}
int sqlite3_os_init(void) {
  static sqlite3_vfs vfs = {.iVersion = 1,
                            .szOsFile = sizeof(sqlite3_file),
                            .mxPathname = 64,
                            .zName = "none",
                            .xOpen = openNothing,
                            .xRandomness = noRandomness,
                            .xCurrentTime = noTime};
  return sqlite3_vfs_register(&vfs, 1);
}
int sqlite3_os_end(void) {
  return SQLITE_OK;
}

static sqlite3 *database;
static uint64_t sum;

static void require(int outcome, int wanted) {
  if (outcome != wanted)
    exit(3);
}

static sqlite3_stmt *prepare(const char *sql) {
  sqlite3_stmt *statement;
  require(sqlite3_prepare_v2(database, sql, -1, &statement, NULL), SQLITE_OK);
  return statement;
}

static void run(const char *sql) {
  require(sqlite3_exec(database, sql, NULL, NULL, NULL), SQLITE_OK);
}

// Mixes every row of the result into the checksum, and makes the statement ready to be run again.
static void takeRows(sqlite3_stmt *statement) {
  int outcome;
  while ((outcome = sqlite3_step(statement)) == SQLITE_ROW)
    for (int column = 0; column < sqlite3_column_count(statement); ++column)
      if (sqlite3_column_type(statement, column) == SQLITE_TEXT) {
        const unsigned char *text = sqlite3_column_text(statement, column);
        for (int k = sqlite3_column_bytes(statement, column); k > 0; --k)
          sum = mix(sum, *text++);
      } else if (sqlite3_column_type(statement, column) == SQLITE_FLOAT) {
        sum = mixDouble(sum, sqlite3_column_double(statement, column));
      } else {
        sum = mix(sum, (uint64_t)sqlite3_column_int64(statement, column));
      }
  require(outcome, SQLITE_DONE);
  sqlite3_reset(statement);
}

static void query(const char *sql) {
  sqlite3_stmt *statement = prepare(sql);
  takeRows(statement);
  sqlite3_finalize(statement);
}

static int makeWords(uint32_t *random, char *text) {
  static const char *const syllables[] = {"ka",  "lo", "mi",  "ner", "os",
                                          "pra", "tu", "vel", "wyn", "zed"};
  char *at = text;
  for (unsigned word = 0; word < 4; ++word) {
    for (unsigned count = nextRandom(random) % 3 + 1; count > 0; --count)
      for (const char *letter = syllables[nextRandom(random) % 10]; *letter != 0; ++letter)
        *at++ = *letter;
    *at++ = ' ';
  }
  return (int)(at - text) - 1;
}

enum { CUSTOMERS = 500 };

static void fill(int orders) {
  uint32_t random = 11;
  char text[64];
  sqlite3_stmt *customer = prepare("INSERT INTO customer(id, name) VALUES(?1, ?2)");
  sqlite3_stmt *order =
      prepare("INSERT INTO orders(customer, day, price, note) VALUES(?1, ?2, ?3, ?4)");
  for (int k = 0; k < CUSTOMERS; ++k) {
    sqlite3_bind_int(customer, 1, k);
    sqlite3_bind_text(customer, 2, text, makeWords(&random, text), SQLITE_TRANSIENT);
    takeRows(customer);
  }
  for (int k = 0; k < orders; ++k) {
    sqlite3_bind_int(order, 1, (int)(nextRandom(&random) % CUSTOMERS));
    sqlite3_bind_int(order, 2, (int)(nextRandom(&random) % 365));
    sqlite3_bind_double(order, 3, (double)(nextRandom(&random) % 100000) / 64);
    sqlite3_bind_text(order, 4, text, makeWords(&random, text), SQLITE_TRANSIENT);
    takeRows(order);
  }
  sqlite3_finalize(customer);
  sqlite3_finalize(order);
}

static void lookUp(int orders) {
  uint32_t random = 13;
  sqlite3_stmt *byId = prepare("SELECT note, price FROM orders WHERE id = ?1");
  sqlite3_stmt *byCustomer = prepare(
      "SELECT count(*), max(day), total(price) FROM orders WHERE customer = ?1 AND day < ?2");
  for (int k = 0; k < orders; ++k) {
    sqlite3_bind_int(byId, 1, (int)(nextRandom(&random) % (unsigned)orders) + 1);
    takeRows(byId);
  }
  for (int k = 0; k < CUSTOMERS; ++k) {
    sqlite3_bind_int(byCustomer, 1, k);
    sqlite3_bind_int(byCustomer, 2, (int)(nextRandom(&random) % 365));
    takeRows(byCustomer);
  }
  sqlite3_finalize(byId);
  sqlite3_finalize(byCustomer);
}

static uint64_t work(unsigned size) {
  int orders = (int)size * 1000;
  require(sqlite3_open(":memory:", &database), SQLITE_OK);
  run("CREATE TABLE customer(id INTEGER PRIMARY KEY, name TEXT NOT NULL);"
      "CREATE TABLE orders(id INTEGER PRIMARY KEY, customer INTEGER, day INTEGER, price REAL, note "
      "TEXT);"
      "BEGIN");
  fill(orders);
  run("COMMIT; CREATE INDEX by_customer ON orders(customer, day); CREATE INDEX by_note ON "
      "orders(note)");
  lookUp(orders);
  query("SELECT day, count(*), sum(price), min(note) FROM orders GROUP BY day ORDER BY sum(price) "
        "DESC");
  query(
      "SELECT name, count(*), avg(price) FROM customer JOIN orders ON customer.id = orders.customer"
      " WHERE day BETWEEN 50 AND 250 GROUP BY customer.id HAVING count(*) > 5 ORDER BY 2 DESC, "
      "name");
  query("SELECT upper(substr(note, 3, 9)) AS part, length(note) FROM orders WHERE note LIKE "
        "'%velo%' ORDER BY part, id");
  query("SELECT count(DISTINCT note), group_concat(DISTINCT substr(note, 1, 2)) FROM orders WHERE "
        "note >= 'mi'");
  query("WITH RECURSIVE walk(n, v) AS (SELECT 1, 1 UNION ALL SELECT n + 1, (v * 75 + 74) % 65537 "
        "FROM walk"
        " WHERE n < 5000) SELECT sum(v), max(v) FROM walk");
  run("BEGIN; UPDATE orders SET price = price + 1, note = note || ' late' WHERE day % 7 = 3;"
      "DELETE FROM orders WHERE customer % 5 = 2; COMMIT");
  query("SELECT printf('%05d %s', id, replace(note, 'late', 'sent')), price FROM orders WHERE day "
        "% 7 = 3 ORDER BY note LIMIT 500");
  require(sqlite3_close(database), SQLITE_OK);
  return sum;
}
