using Beffroi.Encyclopedia;
using Beffroi.Encyclopedia.Search;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Data.Sqlite.Encyclopedia;

/// <summary>Finds words in the FTS5 table that <see cref="SearchIndex"/> makes.</summary>
sealed class SqliteEntrySearch(EncyclopediaDb db, KeptReadings kept, TimeProvider clock) : EntrySearch(db, kept, clock)
{
    protected override async Task<List<IndexRow>> Ask(Wanted wanted, CancellationToken ct)
    {
        var (rows, match) = (await Keep("rows", ReadRows, ct), Expression(wanted));
        // A common word is in a thousand rows: of each the index gives its number and nothing else. A word in the title weighs eight times one in the body.
        var met = await Db.Database.SqlQuery<Met>(
            $"""SELECT rowid AS "Number", -bm25(encyclopedia_search, 8.0, 3.0, 1.0) AS "Score" FROM encyclopedia_search WHERE encyclopedia_search MATCH {match}""").ToListAsync(ct);
        var found = new List<IndexRow>(met.Count);
        foreach (var (number, score) in met)
        {
            if (rows.TryGetValue(number, out var row))
            {
                found.Add(new(row.EntryId, row.Language, score));
            }
        }

        return found;
    }

    Task<Dictionary<long, Row>> ReadRows(CancellationToken ct) =>
        Db.Database.SqlQuery<Row>($"""SELECT "Id" AS "Number", "EntryId", "Language" FROM encyclopedia_search_rows""").ToDictionaryAsync(r => r.Number, ct);

    // Words are letters and digits only: between quotes, none of them is an operator.
    static string Expression(Wanted wanted) => string.Join(wanted.Any ? " OR " : " AND ", wanted.Words.Select(Word));

    static string Word(WantedWord word) =>
        "(" + string.Join(" OR ", word.Forms.Select(f => $"\"{f}\"").Concat(word.Unfinished ? [$"\"{word.Folded}\" *"] : [])) + ")";

    sealed record Met(long Number, double Score);

    /// <summary>What a number of the index stands for.</summary>
    sealed record Row(long Number, Guid EntryId, string Language);
}
