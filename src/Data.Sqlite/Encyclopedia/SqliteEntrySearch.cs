using Beffroi.Encyclopedia;
using Beffroi.Encyclopedia.Search;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Data.Sqlite.Encyclopedia;

/// <summary>Finds words in the FTS5 table that <see cref="SearchIndex"/> makes.</summary>
sealed class SqliteEntrySearch(EncyclopediaDb db, KeptReadings kept, TimeProvider clock) : EntrySearch(db, kept, clock)
{
    // A common word is in a thousand rows: of each the index gives its number and nothing else, and they are read without a model. A word in the title weighs
    // eight times one in the body.
    const string Statement = "SELECT rowid, -bm25(encyclopedia_search, 8.0, 3.0, 1.0) FROM encyclopedia_search WHERE encyclopedia_search MATCH @match";

    protected override async Task<List<IndexRow>> Ask(Wanted wanted, CancellationToken ct)
    {
        var (rows, found) = (await Keep("rows", ReadRows, ct), new List<IndexRow>());
        await Db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = Db.Database.GetDbConnection().CreateCommand();
            command.CommandText = Statement;
            var match = command.CreateParameter();
            (match.ParameterName, match.Value) = ("@match", Expression(wanted));
            command.Parameters.Add(match);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                if (rows.TryGetValue(reader.GetInt64(0), out var row))
                {
                    found.Add(new(row.EntryId, row.Language, reader.GetDouble(1)));
                }
            }
        }
        finally
        {
            await Db.Database.CloseConnectionAsync();
        }

        return found;
    }

    Task<Dictionary<long, Row>> ReadRows(CancellationToken ct) =>
        Db.Database.SqlQuery<Row>($"""SELECT "Id" AS "Number", "EntryId", "Language" FROM encyclopedia_search_rows""").ToDictionaryAsync(r => r.Number, ct);

    // Words are letters and digits only: between quotes, none of them is an operator.
    static string Expression(Wanted wanted) => string.Join(wanted.Any ? " OR " : " AND ", wanted.Words.Select(Word));

    static string Word(WantedWord word) =>
        "(" + string.Join(" OR ", word.Forms.Select(f => $"\"{f}\"").Concat(word.Unfinished ? [$"\"{word.Folded}\" *"] : [])) + ")";

    /// <summary>What a number of the index stands for.</summary>
    sealed record Row(long Number, Guid EntryId, string Language);
}
