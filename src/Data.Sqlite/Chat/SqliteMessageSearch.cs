using Beffroi.Chat;
using Beffroi.Chat.Searching;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Data.Sqlite.Chat;

/// <summary>Finds words in the FTS5 table that <see cref="MessageIndex"/> makes.</summary>
sealed class SqliteMessageSearch(ChatDb db) : IMessageSearch
{
    public IQueryable<MessageHit> Match(Wanted wanted, IReadOnlyList<IReadOnlyList<string>> keys)
    {
        // Words are letters and digits only: between quotes, none of them is an operator.
        var match = string.Join(" AND ", wanted.Words.Select(Word).Concat(keys.Select(Keys)));
        return db.Database.SqlQuery<MessageHit>($"""SELECT r."MessageId" AS "Id", f.rowid AS "Order" FROM chat_search f JOIN chat_search_rows r ON r."Id" = f.rowid WHERE chat_search MATCH {match}""");
    }

    static string Word(WantedWord word) =>
        "(terms : (" + string.Join(" OR ", word.Forms.Select(f => $"\"{f}\"").Concat(word.Unfinished ? [$"\"{word.Folded}\" *"] : [])) + "))";

    // Nothing among none: a key that no message bears.
    static string Keys(IReadOnlyList<string> keys) => "(keys : (" + string.Join(" OR ", keys.DefaultIfEmpty("none").Select(k => $"\"{k}\"")) + "))";
}
