using Microsoft.EntityFrameworkCore.Migrations;

namespace Beffroi.Data.Sqlite.Encyclopedia;

/// <summary>The full-text index of the words, kept in step by triggers. A migration that makes the words table anew must call <see cref="Create"/> again.</summary>
static class SearchIndex
{
    // The texts stay in the words table: the index holds none. A row keeps its number through VACUUM, which the words' own row numbers do not.
    // Terms are folded by the program: whatever is not an ASCII separator is part of a word.
    public static void Create(MigrationBuilder migration)
    {
        migration.Sql(
            """
            CREATE TABLE encyclopedia_search_rows ("Id" INTEGER PRIMARY KEY, "EntryId" TEXT NOT NULL, "Language" TEXT NOT NULL, UNIQUE ("EntryId", "Language"));
            CREATE VIRTUAL TABLE encyclopedia_search USING fts5(title, summary, body, content='', contentless_delete=1, tokenize='ascii', prefix='2 3 4');
            CREATE TRIGGER encyclopedia_search_added AFTER INSERT ON encyclopedia_words BEGIN
              INSERT INTO encyclopedia_search_rows ("EntryId", "Language") VALUES (new."EntryId", new."Language");
              INSERT INTO encyclopedia_search (rowid, title, summary, body)
              SELECT "Id", new."TitleTerms", new."SummaryTerms", new."BodyTerms" FROM encyclopedia_search_rows WHERE "EntryId" = new."EntryId" AND "Language" = new."Language";
            END;
            CREATE TRIGGER encyclopedia_search_removed AFTER DELETE ON encyclopedia_words BEGIN
              DELETE FROM encyclopedia_search WHERE rowid = (SELECT "Id" FROM encyclopedia_search_rows WHERE "EntryId" = old."EntryId" AND "Language" = old."Language");
              DELETE FROM encyclopedia_search_rows WHERE "EntryId" = old."EntryId" AND "Language" = old."Language";
            END;
            CREATE TRIGGER encyclopedia_search_changed AFTER UPDATE ON encyclopedia_words BEGIN
              DELETE FROM encyclopedia_search WHERE rowid = (SELECT "Id" FROM encyclopedia_search_rows WHERE "EntryId" = new."EntryId" AND "Language" = new."Language");
              INSERT INTO encyclopedia_search (rowid, title, summary, body)
              SELECT "Id", new."TitleTerms", new."SummaryTerms", new."BodyTerms" FROM encyclopedia_search_rows WHERE "EntryId" = new."EntryId" AND "Language" = new."Language";
            END;
            """);
    }

    public static void Drop(MigrationBuilder migration)
    {
        migration.Sql(
            """
            DROP TRIGGER IF EXISTS encyclopedia_search_added;
            DROP TRIGGER IF EXISTS encyclopedia_search_removed;
            DROP TRIGGER IF EXISTS encyclopedia_search_changed;
            DROP TABLE IF EXISTS encyclopedia_search;
            DROP TABLE IF EXISTS encyclopedia_search_rows;
            """);
    }
}
