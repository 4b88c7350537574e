namespace Beffroi.Bots.Keeping;

/// <summary>Lets go of all that is kept of an account that turns out to be private or a minor's: only that it is left out stays, so that it is not collected again.</summary>
static class Leaving
{
    static readonly string[] Tables = ["posts", "snapshots", "scores", "signs", "members", "account_matches", "reviews"];

    public static async Task Of(Sql sql, Guid account, CancellationToken ct)
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
