using Beffroi.Chat;
using Beffroi.Chat.Searching;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Data.Postgres.Chat;

/// <summary>Finds words in the generated column that <see cref="MessageIndex"/> makes.</summary>
sealed class PostgresMessageSearch(ChatDb db) : IMessageSearch
{
    public IQueryable<MessageHit> Match(Wanted wanted, IReadOnlyList<IReadOnlyList<string>> keys)
    {
        // Words are letters and digits only: between quotes, none of them is an operator.
        var match = string.Join(" & ", wanted.Words.Select(Word).Concat(keys.Select(Keys)));
        return db.Database.SqlQuery<MessageHit>($"""SELECT f."Id", f."Place" AS "Order" FROM chat_messages f WHERE f.search @@ {match}::tsquery""");
    }

    static string Word(WantedWord word) =>
        "(" + string.Join(" | ", word.Forms.Select(f => $"'{f}'").Concat(word.Unfinished ? [$"'{word.Folded}':*"] : [])) + ")";

    // Nothing among none: a key that no message bears.
    static string Keys(IReadOnlyList<string> keys) => "(" + string.Join(" | ", keys.DefaultIfEmpty("none").Select(k => $"'{k}'")) + ")";
}
