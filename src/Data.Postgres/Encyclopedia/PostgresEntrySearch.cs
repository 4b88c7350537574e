using Beffroi.Encyclopedia;
using Beffroi.Encyclopedia.Search;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Data.Postgres.Encyclopedia;

/// <summary>Finds words in the generated column that <see cref="SearchIndex"/> makes.</summary>
sealed class PostgresEntrySearch(EncyclopediaDb db, KeptReadings kept, TimeProvider clock) : EntrySearch(db, kept, clock)
{
    protected override Task<List<IndexRow>> Ask(Wanted wanted, CancellationToken ct)
    {
        var match = Expression(wanted);
        // A word in the title weighs eight times one in the body.
        return Db.Database.SqlQuery<IndexRow>(
            $$"""
            SELECT w."EntryId" AS "Id", w."Language", ts_rank('{0.125, 0.2, 0.375, 1}', w.search, q)::float8 AS "Score"
            FROM to_tsquery('simple', {{match}}) q
            JOIN encyclopedia_words w ON w.search @@ q
            """).ToListAsync(ct);
    }

    // Words are letters and digits only: between quotes, none of them is an operator.
    static string Expression(Wanted wanted) => string.Join(wanted.Any ? " | " : " & ", wanted.Words.Select(Word));

    static string Word(WantedWord word) =>
        "(" + string.Join(" | ", word.Forms.Select(f => $"'{f}'").Concat(word.Unfinished ? [$"'{word.Folded}':*"] : [])) + ")";
}
