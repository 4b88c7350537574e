using Microsoft.EntityFrameworkCore.Migrations;

namespace Beffroi.Data.Postgres.Encyclopedia;

/// <summary>The full-text index of the words: a column that the engine makes of their terms. No extension is needed, nor rights beyond those on the tables.</summary>
static class SearchIndex
{
    // Terms come folded, with their stems: the plain configuration takes them as they are.
    public static void Create(MigrationBuilder migration) => migration.Sql(
        """
        ALTER TABLE encyclopedia_words ADD COLUMN search tsvector GENERATED ALWAYS AS (
          setweight(to_tsvector('simple', "TitleTerms"), 'A') || setweight(to_tsvector('simple', "SummaryTerms"), 'B') || setweight(to_tsvector('simple', "BodyTerms"), 'D')) STORED;
        CREATE INDEX encyclopedia_search ON encyclopedia_words USING gin (search);
        """);

    public static void Drop(MigrationBuilder migration) => migration.Sql("""ALTER TABLE encyclopedia_words DROP COLUMN search;""");
}
