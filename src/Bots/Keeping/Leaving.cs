using Beffroi.Bots.Clustering;

namespace Beffroi.Bots.Keeping;

/// <summary>Lets go of all that is kept of an account that turns out to be private or a minor's: only that it is left out stays, so that it is not collected again.</summary>
static class Leaving
{
    // What explorations saw of it, whatever the mandate. None goes there again: it is left out.
    const string Explored = """ "ExplorationId" IN (SELECT "Id" FROM bots_explorations WHERE "Network" = @p0) AND """;

    static readonly string[] Tables = ["posts", "snapshots", "scores", "signs", "members", "account_matches", "reviews"];

    public static async Task Of(BotsDb db, Sql sql, Author account, CancellationToken ct)
    {
        await Echoes.Of(db, account.Id, ct);
        await db.SaveChangesAsync(ct);
        await Of(sql, account.Id, ct);
        await sql.Run($"""DELETE FROM bots_explored WHERE {Explored} "NativeId" = @p1""", [account.Network, account.NativeId], ct);
        await sql.Run($"""DELETE FROM bots_explored_ties WHERE {Explored} ("FromId" = @p1 OR "ToId" = @p1)""", [account.Network, account.NativeId], ct);
        await sql.Run($"""DELETE FROM bots_frontier WHERE {Explored} "NativeId" = @p1""", [account.Network, account.NativeId], ct);
    }

    static async Task Of(Sql sql, Guid account, CancellationToken ct)
    {
        foreach (var table in Tables)
        {
            await sql.Run($"""DELETE FROM bots_{table} WHERE "AccountId" = @p0""", [account], ct);
        }

        await sql.Run("""DELETE FROM bots_ties WHERE "FirstId" = @p0""", [account], ct);
        await sql.Run("""DELETE FROM bots_ties WHERE "SecondId" = @p0""", [account], ct);
        await sql.Run(
            """
            UPDATE bots_accounts SET "Handle" = NULL, "Profile" = NULL, "ProfileAt" = NULL, "Matched" = FALSE, "LeftOut" = TRUE, "Posts" = 0, "ToScore" = FALSE, "Probability" = NULL,
            "Class" = NULL, "ScoredAt" = NULL WHERE "Id" = @p0
            """, [account], ct);
    }
}
