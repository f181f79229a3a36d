"""The tables of `content.db`, and the way from an older file to them: steps, counted in SQLite's `user_version`."""

import sqlite3
from collections.abc import Sequence

from content.transaction import writing

MIRROR = """
    CREATE TABLE mirror (
        collection TEXT NOT NULL, key TEXT NOT NULL, record TEXT NOT NULL, modified INTEGER NOT NULL,
        digest TEXT NOT NULL,
        PRIMARY KEY (collection, key)
    ) WITHOUT ROWID;
    CREATE TABLE mirror_bucket (
        collection TEXT NOT NULL, bucket INTEGER NOT NULL, hash TEXT, number INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (collection, bucket)
    ) WITHOUT ROWID;
    """
"""What a hub's collections hold, in short (`sync.wire.mirror`); the hub keeps the same tables in a file of its own."""

STEPS: tuple[str, ...] = (
    """
    CREATE TABLE feed (
        name TEXT PRIMARY KEY, kind TEXT NOT NULL DEFAULT '', url TEXT NOT NULL DEFAULT '',
        cursor TEXT NOT NULL DEFAULT '', retrieved TEXT, checked TEXT, tried TEXT,
        held TEXT NOT NULL DEFAULT '', problem TEXT NOT NULL DEFAULT ''
    );
    CREATE TABLE form (one INTEGER PRIMARY KEY CHECK (one = 1), number INTEGER NOT NULL);
    CREATE TABLE condition (
        one INTEGER PRIMARY KEY CHECK (one = 1), origin TEXT NOT NULL, since TEXT NOT NULL, reason TEXT NOT NULL
    );
    CREATE TABLE record (
        key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, feed TEXT NOT NULL, type TEXT NOT NULL,
        kind TEXT NOT NULL, digest BLOB NOT NULL, parent TEXT NOT NULL, position INTEGER NOT NULL,
        cost TEXT NOT NULL, wheelchair TEXT NOT NULL, district TEXT NOT NULL, hours TEXT NOT NULL,
        latitude REAL, longitude REAL
    );
    CREATE TABLE body (record INTEGER PRIMARY KEY REFERENCES record ON DELETE CASCADE, body BLOB NOT NULL);
    CREATE INDEX record_feed ON record (feed);
    CREATE INDEX record_helpline ON record (key) WHERE kind = 'helpline';
    CREATE INDEX record_tree ON record (type, parent, position);
    CREATE TABLE record_topic (
        topic TEXT NOT NULL, record INTEGER NOT NULL REFERENCES record ON DELETE CASCADE, rank INTEGER NOT NULL,
        PRIMARY KEY (topic, record)
    ) WITHOUT ROWID;
    CREATE INDEX record_topic_record ON record_topic (record);
    CREATE TABLE record_language (
        language TEXT NOT NULL, record INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
        PRIMARY KEY (language, record)
    ) WITHOUT ROWID;
    CREATE INDEX record_language_record ON record_language (record);
    CREATE TABLE text (
        key INTEGER PRIMARY KEY, record INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
        language TEXT NOT NULL, title TEXT NOT NULL, summary TEXT NOT NULL,
        UNIQUE (record, language)
    );
    CREATE TABLE word (
        key INTEGER PRIMARY KEY, language TEXT NOT NULL, word TEXT NOT NULL, stem TEXT NOT NULL,
        shown TEXT NOT NULL, texts INTEGER NOT NULL, titles INTEGER NOT NULL,
        UNIQUE (language, word)
    );
    CREATE INDEX word_stem ON word (language, stem);
    CREATE TABLE posting (place INTEGER PRIMARY KEY, titles BLOB NOT NULL, bodies BLOB NOT NULL);
    CREATE TABLE vocabulary (language TEXT PRIMARY KEY, texts INTEGER NOT NULL);
    CREATE TABLE lexicon (stamp TEXT NOT NULL);
    CREATE TABLE concept (key INTEGER PRIMARY KEY, name TEXT NOT NULL, topic TEXT NOT NULL, danger TEXT NOT NULL);
    CREATE TABLE term (
        concept INTEGER NOT NULL, language TEXT NOT NULL, position INTEGER NOT NULL, words TEXT NOT NULL,
        shown TEXT NOT NULL,
        PRIMARY KEY (concept, language, position)
    ) WITHOUT ROWID;
    CREATE INDEX term_words ON term (language, words);
    CREATE TABLE saying (
        language TEXT NOT NULL, stems TEXT NOT NULL, concept INTEGER NOT NULL, words TEXT NOT NULL,
        PRIMARY KEY (language, stems, concept, words)
    ) WITHOUT ROWID;
    """,
    MIRROR,
    """
    ALTER TABLE feed ADD COLUMN wait REAL NOT NULL DEFAULT 0;
    ALTER TABLE feed ADD COLUMN origin TEXT NOT NULL DEFAULT '';
    CREATE TABLE pass (
        one INTEGER PRIMARY KEY CHECK (one = 1), began TEXT NOT NULL, ended TEXT NOT NULL, ok INTEGER NOT NULL,
        alone INTEGER NOT NULL, next REAL NOT NULL
    );
    """,
    """
    CREATE TABLE hub (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE hub_stage (
        collection TEXT PRIMARY KEY, epoch INTEGER NOT NULL, whole INTEGER NOT NULL, since INTEGER NOT NULL,
        next TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE hub_staged (
        collection TEXT NOT NULL, key TEXT NOT NULL, modified INTEGER NOT NULL, record TEXT NOT NULL,
        digest TEXT NOT NULL, body BLOB,
        PRIMARY KEY (collection, key)
    );
    """,
    """
    ALTER TABLE text ADD COLUMN name TEXT NOT NULL DEFAULT '';
    CREATE INDEX text_name ON text (name) WHERE name <> '';
    """,
)


class NewerSchema(sqlite3.DatabaseError):
    """The file was made by a later version of the program; it is left alone."""


def migrate(db: sqlite3.Connection, steps: Sequence[str] = STEPS) -> None:
    """Bring the file to the newest tables, by the steps it lacks, whoever else opens it at the same time. No statement
    of a step has a semicolon in it. Raises `NewerSchema`, and `sqlite3.Error` with the file as it was."""
    if _version(db, steps) == len(steps):
        return
    with writing(db):
        for step in steps[_version(db, steps):]:  # another process may have done them meanwhile
            for statement in filter(str.strip, step.split(";")):
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {len(steps)}")


def _version(db: sqlite3.Connection, steps: Sequence[str]) -> int:
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    if version > len(steps):
        raise NewerSchema(f"made for schema {version}, this program knows {len(steps)}")
    return version
