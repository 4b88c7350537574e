using Beffroi.Bots.Keeping;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Engine.Folds;

/// <summary>Who shares the same things at the same moments under a watch. Posts that come far too late (an archive sent after the facts, a file in order of its authors) make all of it
/// counted again in order of time, once the end of the log is reached.</summary>
sealed class TiesFold : Fold
{
    const int Most = 20_000;
    const int Part = 2000;

    const string Columns = """bots_ties ("WatchId", "Trace", "FirstId", "SecondId", "Objects", "Pairs", "FirstAt", "LastAt")""";
    const string Replace = """
        ON CONFLICT ("WatchId", "Trace", "FirstId", "SecondId") DO UPDATE SET "Objects" = excluded."Objects", "Pairs" = excluded."Pairs", "FirstAt" = excluded."FirstAt", "LastAt" = excluded."LastAt"
        """;

    readonly Guid _watch;
    bool _anew;
    TieStreams _streams;

    public TiesFold(Guid watch, FoldState from)
    {
        var kept = from.State.Length == 0 ? new() : TieStreams.Restore(from.State);
        (_watch, _streams, _anew) = (watch, kept ?? new(), kept is null);
    }

    public override async Task<FoldState?> Next(BotsDb db, FoldState from, CancellationToken ct)
    {
        await using var sql = new Sql(db);
        if (_anew)
        {
            return await Recount(db, sql, from.Seq, ct);
        }

        var posts = await LoggedPost.After(sql, _watch, from.Seq, Most, ct);
        if (posts.Count == 0)
        {
            return _streams.TooLate > 0 ? await Recount(db, sql, from.Seq, ct) : null;
        }

        _streams.Add([.. posts.Select(p => p.Post)]);
        var changes = await StillThere(db, _streams.Changes(), ct);
        return new()
        {
            Seq = posts[^1].Place,
            State = _streams.Checkpoint(),
            More = posts.Count == Most || _streams.TooLate > 0,
            Outputs = (write, stop) => Write(write, changes, stop),
        };
    }

    async Task<FoldState> Recount(BotsDb db, Sql sql, long upTo, CancellationToken ct)
    {
        (_streams, _anew) = (new(), false);
        var part = new List<Post>(Part);
        var all = new Dictionary<(Trace, string, string), TieChange>();
        await foreach (var post in LoggedPost.InTime(sql, _watch, upTo, ct))
        {
            part.Add(post.Post);
            if (part.Count == Part)
            {
                Take();
            }
        }

        Take();
        var ties = await StillThere(db, [.. all.Select(t => (t.Key.Item1, t.Value))], ct);
        return new()
        {
            Seq = upTo,
            State = _streams.Checkpoint(),
            More = true,
            Outputs = async (write, stop) =>
            {
                await write.Run("""DELETE FROM bots_ties WHERE "WatchId" = @p0""", [_watch], stop);
                await Write(write, ties, stop);
            },
        };

        void Take()
        {
            _streams.Add(part);
            part.Clear();
            foreach (var (trace, tie) in _streams.Changes())
            {
                all[(trace, tie.First, tie.Second)] = tie;
            }
        }
    }

    // What was deleted, or left out, since it shared does not come back.
    static async Task<IReadOnlyList<(Trace Trace, Guid First, Guid Second, TieChange Tie)>> StillThere(BotsDb db, IReadOnlyList<(Trace Trace, TieChange Tie)> changes, CancellationToken ct)
    {
        var there = new HashSet<Guid>();
        foreach (var part in changes.SelectMany(c => new[] { c.Tie.First, c.Tie.Second }).Distinct(StringComparer.Ordinal).Select(Guid.Parse).Chunk(Part))
        {
            there.UnionWith(await db.Accounts.Where(a => part.Contains(a.Id) && !a.LeftOut).Select(a => a.Id).ToListAsync(ct));
        }

        return [.. changes.Select(c => (c.Trace, First: Guid.Parse(c.Tie.First), Second: Guid.Parse(c.Tie.Second), c.Tie)).Where(t => there.Contains(t.First) && there.Contains(t.Second))];
    }

    Task Write(Sql sql, IReadOnlyList<(Trace Trace, Guid First, Guid Second, TieChange Tie)> ties, CancellationToken ct) => sql.Insert(Columns,
        [
            .. ties.Select(t => new object?[]
            {
                _watch, t.Trace, t.First, t.Second, t.Tie.Objects, t.Tie.Pairs, DateTimeOffset.FromUnixTimeSeconds(t.Tie.FirstAt), DateTimeOffset.FromUnixTimeSeconds(t.Tie.LastAt),
            }),
        ], Replace, ct);
}
