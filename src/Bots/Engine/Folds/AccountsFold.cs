using Beffroi.Bots.Keeping;
using Beffroi.Bots.Scoring;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Engine.Folds;

/// <summary>Scores the accounts of a partition that posted, or whose profile changed. An account is scored once for all its posts of a step: when posts come faster, steps are longer and
/// each costs less.</summary>
sealed class AccountsFold(int partition, AccountScoring scoring, TimeProvider clock) : Fold
{
    const int Most = 4000;
    const int MostFlagged = 500;

    const string Points = """bots_scores ("AccountId", "At", "Seq", "Posts", "LogOdds", "Probability", "Low", "High", "Class", "Doubt", "Model")""";
    const string SamePoint = """
        ON CONFLICT ("AccountId", "At") DO UPDATE SET "Seq" = excluded."Seq", "Posts" = excluded."Posts", "LogOdds" = excluded."LogOdds", "Probability" = excluded."Probability",
        "Low" = excluded."Low", "High" = excluded."High", "Class" = excluded."Class", "Doubt" = excluded."Doubt", "Model" = excluded."Model"
        """;

    public override async Task<FoldState?> Next(BotsDb db, FoldState from, CancellationToken ct)
    {
        await using var sql = new Sql(db);
        var posts = await sql.Read("""SELECT "Seq", "AccountId" FROM bots_posts WHERE "Partition" = @p0 AND "Seq" > @p1 ORDER BY "Seq" LIMIT @p2""", [partition, from.Seq, Most],
            row => (Seq: row.Long(0), Account: row.Guid(1)), ct);
        var flagged = await db.Accounts.AsNoTracking().Where(a => a.ToScore && !a.LeftOut).OrderBy(a => a.Id).Take(MostFlagged * PostLog.Partitions).Select(a => a.Id).ToListAsync(ct);
        var mine = flagged.Where(a => PostLog.PartitionOf(a) == partition).ToList();
        if (posts.Count == 0 && mine.Count == 0)
        {
            return null;
        }

        var scored = await Score(db, sql, [.. posts.Select(p => p.Account).Concat(mine).Distinct()], ct);
        var now = clock.GetUtcNow();
        return new()
        {
            Seq = posts.Count == 0 ? from.Seq : posts[^1].Seq,
            More = posts.Count == Most || flagged.Count == MostFlagged * PostLog.Partitions,
            Outputs = (write, stop) => Write(write, scored, now, stop),
        };
    }

    async Task<List<Scored>> Score(BotsDb db, Sql sql, Guid[] accounts, CancellationToken ct)
    {
        var scored = new List<Scored>(accounts.Length);
        foreach (var part in accounts.Chunk(1000))
        {
            foreach (var account in await db.Accounts.AsNoTracking().Where(a => part.Contains(a.Id) && !a.LeftOut).ToListAsync(ct))
            {
                var posts = await LoggedPost.Of(sql, account.Id, ct);
                var score = scoring.Score(AccountEvidence.ProfileOf(account), [.. posts.Select(p => p.Post)]);
                var last = await Last(sql, account.Id, ct);
                scored.Add(new(account, score, posts.Count, posts.Count == 0 ? 0 : posts.Max(p => p.Place), ScoreHistory.IsNew(last, score, scoring.ModelName)));
            }
        }

        return scored;
    }

    static async Task<ScorePoint?> Last(Sql sql, Guid account, CancellationToken ct) => (await sql.Read(
        """SELECT "At", "LogOdds", "Class", "Doubt", "Model" FROM bots_scores WHERE "AccountId" = @p0 ORDER BY "At" DESC LIMIT 1""", [account],
        row => new ScorePoint
        {
            AccountId = account, At = row.At(0), LogOdds = row.Double(1), Class = row.Named<AutomationClass>(2), Doubt = row.Named<ScoreDoubt>(3), Model = row.Text(4),
            Seq = 0, Posts = 0, Probability = 0, Low = 0, High = 0,
        }, ct)).FirstOrDefault();

    async Task Write(Sql sql, List<Scored> scored, DateTimeOffset now, CancellationToken ct)
    {
        await sql.Insert(Points,
            [
                .. scored.Where(s => s.IsNew).Select(s => new object?[]
                {
                    s.Account.Id, now, s.Seq, s.Posts, s.Score.LogOdds, s.Score.Probability, s.Score.Low, s.Score.High, s.Score.Class, s.Score.Doubt, scoring.ModelName,
                }),
            ], SamePoint, ct);
        foreach (var s in scored.OrderBy(s => s.Account.Id))
        {
            // The flag goes only when the profile is still the one that was read.
            await sql.Run(
                """
                UPDATE bots_accounts SET "Probability" = @p0, "Class" = @p1, "ScoredAt" = @p2, "ToScore" = CASE WHEN "Profile" IS NOT DISTINCT FROM @p3 THEN FALSE ELSE "ToScore" END
                WHERE "Id" = @p4 AND NOT "LeftOut"
                """, [s.Score.Probability, s.Score.Class, now, s.Account.Profile, s.Account.Id], ct);
        }
    }

    sealed record Scored(WatchedAccount Account, AutomationScore Score, int Posts, long Seq, bool IsNew);
}
