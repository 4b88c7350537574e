using Microsoft.EntityFrameworkCore.Migrations;

namespace Beffroi.Data.Sqlite.Chat;

/// <summary>The full-text index of the messages, kept in step by triggers. A migration that makes the messages table anew must call <see cref="Create"/> again.</summary>
static class MessageIndex
{
    // The texts stay in the messages table: the index holds none. Rows are numbered in the order in which messages are said; the number outlives VACUUM.
    // Terms are folded by the program: whatever is not an ASCII separator is part of a word. Beside them stand the keys of room, author and organisation (MessageKeys).
    public static void Create(MigrationBuilder migration)
    {
        migration.Sql(
            """
            CREATE TABLE chat_search_rows ("Id" INTEGER PRIMARY KEY, "MessageId" TEXT NOT NULL UNIQUE);
            CREATE VIRTUAL TABLE chat_search USING fts5(terms, keys, content='', contentless_delete=1, tokenize='ascii', prefix='2 3 4', detail='column');
            CREATE TRIGGER chat_search_added AFTER INSERT ON chat_messages WHEN new."Terms" <> '' BEGIN
              INSERT INTO chat_search_rows ("MessageId") VALUES (new."Id");
              INSERT INTO chat_search (rowid, terms, keys)
              SELECT "Id", new."Terms", lower(replace('r' || new."RoomId" || ' a' || ifnull(new."AuthorId", '') || ' o' || ifnull(new."OrganisationId", ''), '-', '')) FROM chat_search_rows WHERE "MessageId" = new."Id";
            END;
            CREATE TRIGGER chat_search_removed AFTER DELETE ON chat_messages BEGIN
              DELETE FROM chat_search WHERE rowid = (SELECT "Id" FROM chat_search_rows WHERE "MessageId" = old."Id");
              DELETE FROM chat_search_rows WHERE "MessageId" = old."Id";
            END;
            CREATE TRIGGER chat_search_changed AFTER UPDATE OF "Terms" ON chat_messages WHEN old."Terms" <> new."Terms" BEGIN
              INSERT OR IGNORE INTO chat_search_rows ("MessageId") VALUES (new."Id");
              DELETE FROM chat_search WHERE rowid = (SELECT "Id" FROM chat_search_rows WHERE "MessageId" = new."Id");
              INSERT INTO chat_search (rowid, terms, keys)
              SELECT "Id", new."Terms", lower(replace('r' || new."RoomId" || ' a' || ifnull(new."AuthorId", '') || ' o' || ifnull(new."OrganisationId", ''), '-', '')) FROM chat_search_rows WHERE "MessageId" = new."Id" AND new."Terms" <> '';
            END;
            INSERT INTO chat_search_rows ("MessageId") SELECT "Id" FROM chat_messages WHERE "Terms" <> '' ORDER BY "At", "Place";
            INSERT INTO chat_search (rowid, terms, keys)
            SELECT r."Id", m."Terms", lower(replace('r' || m."RoomId" || ' a' || ifnull(m."AuthorId", '') || ' o' || ifnull(m."OrganisationId", ''), '-', '')) FROM chat_search_rows r JOIN chat_messages m ON m."Id" = r."MessageId";
            """);
    }

    public static void Drop(MigrationBuilder migration)
    {
        migration.Sql(
            """
            DROP TRIGGER IF EXISTS chat_search_added;
            DROP TRIGGER IF EXISTS chat_search_removed;
            DROP TRIGGER IF EXISTS chat_search_changed;
            DROP TABLE IF EXISTS chat_search;
            DROP TABLE IF EXISTS chat_search_rows;
            """);
    }
}
