using Microsoft.EntityFrameworkCore.Migrations;

namespace Beffroi.Data.Postgres.Chat;

/// <summary>The full-text index of the messages: a column that the engine makes of their terms and keys. No extension is needed, nor rights beyond those on the tables.</summary>
static class MessageIndex
{
    // Terms come folded, with their stems, one space between two: they are taken as they are. Beside them stand the keys of room, author and organisation (MessageKeys).
    public static void Create(MigrationBuilder migration) => migration.Sql(
        """
        ALTER TABLE chat_messages ADD COLUMN search tsvector GENERATED ALWAYS AS (
          CASE WHEN "Terms" = '' THEN NULL ELSE array_to_tsvector(string_to_array("Terms", ' ')
            || ARRAY['r' || replace("RoomId"::text, '-', ''), 'a' || coalesce(replace("AuthorId"::text, '-', ''), ''), 'o' || coalesce(replace("OrganisationId"::text, '-', ''), '')]) END) STORED;
        CREATE INDEX chat_search ON chat_messages USING gin (search);
        CREATE INDEX chat_search_order ON chat_messages ("Place");
        """);

    public static void Drop(MigrationBuilder migration) => migration.Sql(
        """
        DROP INDEX chat_search_order;
        ALTER TABLE chat_messages DROP COLUMN search;
        """);
}
