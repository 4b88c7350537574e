using Beffroi.Bots.Keeping;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Engine.Folds;

/// <summary>Who shares the same things at the same moments under a watch. Posts that come far too late (an archive sent after the facts, a file in order of its authors) make all of it
/// counted again in order of time, once the end of the log is reached. What it has in memory is heavy: it is written now and then only, and whoever opens it anew takes in again the posts
/// that came since.</summary>
sealed class TiesFold : Fold
{
    /// <summary>Posts without which no state is written: to take them in again is a matter of a moment.</summary>
    public const int Unwritten = 2000;

    // Bytes of the state that may be written for each post: a state of a hundred megabytes goes every hundred thousand posts.
    const int BytesAPost = 1000;
    const int Most = 20_000;
    const int Part = 2000;

    const string Columns = """bots_ties ("WatchId", "Trace", "FirstId", "SecondId", "Objects", "Pairs", "FirstAt", "LastAt")""";
    const string Replace = """
        ON CONFLICT ("WatchId", "Trace", "FirstId", "SecondId") DO UPDATE SET "Objects" = excluded."Objects", "Pairs" = excluded."Pairs", "FirstAt" = excluded."FirstAt", "LastAt" = excluded."LastAt"
        """;

    readonly Guid _watch;
    readonly int _unwritten;
    bool _anew;
    TieStreams _streams;

    // Posts since the state that the table holds.
    int _since;

    public TiesFold(Guid watch, FoldState from, int unwritten = Unwritten)
    {
        var kept = from.State is { Length: > 0 } state ? TieStreams.Restore(state) : new();
        (_watch, _streams, _anew, _unwritten) = (watch, kept ?? new(), kept is null, unwritten);
    }

    public override async Task<FoldState?> Next(BotsDb db, FoldState from, CancellationToken ct)
    {
        await using var sql = new Sql(db);
        if (_anew)
        {
            return await Recount(db, sql, from.Seq, ct);
        }

        await TakeAgain(sql, from.Seq, ct);
        var posts = await LoggedPost.After(sql, _watch, from.Seq, Most, ct);
        if (posts.Count == 0)
        {
            return _streams.TooLate > 0 ? await Recount(db, sql, from.Seq, ct) : null;
        }

        Take(posts);
        var changes = await StillThere(db, _streams.Changes(), ct);
        return new()
        {
            Seq = posts[^1].Place,
            State = _since >= Math.Max(_unwritten, _streams.Written / BytesAPost) ? Whole() : null,
            More = posts.Count == Most || _streams.TooLate > 0,
            Outputs = (write, stop) => Write(write, changes, stop),
        };
    }

    // What was counted after the state that was kept: its ties are in the table already.
    async Task TakeAgain(Sql sql, long upTo, CancellationToken ct)
    {
        while (_streams.Place < upTo)
        {
            var posts = (await LoggedPost.After(sql, _watch, _streams.Place, Most, ct)).TakeWhile(p => p.Place <= upTo).ToList();
            if (posts.Count == 0)
            {
                return;
            }

            Take(posts);
            _streams.Told();
        }
    }

    void Take(List<LoggedPost> posts)
    {
        _streams.Add([.. posts.Select(p => p.Post)], posts[^1].Place);
        _since += posts.Count;
    }

    byte[] Whole()
    {
        _since = 0;
        return _streams.Checkpoint();
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
                TakePart();
            }
        }

        TakePart();
        var ties = await StillThere(db, [.. all.Select(t => (t.Key.Item1, t.Value))], ct);
        return new()
        {
            Seq = upTo,
            State = Whole(),
            More = true,
            Outputs = async (write, stop) =>
            {
                await write.Run("""DELETE FROM bots_ties WHERE "WatchId" = @p0""", [_watch], stop);
                await Write(write, ties, stop);
            },
        };

        void TakePart()
        {
            _streams.Add(part, upTo);
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
