using Beffroi.Encyclopedia;
using Beffroi.Encyclopedia.Search;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Data.Sqlite.Encyclopedia;

/// <summary>Finds words in the FTS5 table that <see cref="SearchIndex"/> makes.</summary>
sealed class SqliteEntrySearch(EncyclopediaDb db, KeptReadings kept, TimeProvider clock) : EntrySearch(db, kept, clock)
{
    protected override Task<List<IndexRow>> Ask(Wanted wanted, CancellationToken ct)
    {
        var match = Expression(wanted);
        // A word in the title weighs eight times one in the body.
        return Db.Database.SqlQuery<IndexRow>(
            $"""
            SELECT r."EntryId" AS "Id", r."Language", -bm25(encyclopedia_search, 8.0, 3.0, 1.0) AS "Score"
            FROM encyclopedia_search f
            JOIN encyclopedia_search_rows r ON r."Id" = f.rowid
            WHERE encyclopedia_search MATCH {match}
            """).ToListAsync(ct);
    }

    // Words are letters and digits only: between quotes, none of them is an operator.
    static string Expression(Wanted wanted) => string.Join(wanted.Any ? " OR " : " AND ", wanted.Words.Select(Word));

    static string Word(WantedWord word) =>
        "(" + string.Join(" OR ", word.Forms.Select(f => $"\"{f}\"").Concat(word.Unfinished ? [$"\"{word.Folded}\" *"] : [])) + ")";
}
