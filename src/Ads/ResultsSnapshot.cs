using System.Collections.Concurrent;
using System.Globalization;
using Beffroi.Crowdsourcing;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads;

/// <summary>What all answers together say, counted once and kept for some minutes.</summary>
public sealed record ResultsSnapshot
{
    public required DateTimeOffset At { get; init; }
    public required int Ads { get; init; }
    public required int Vanished { get; init; }

    /// <summary>Groups of ads by where they stand; known answers hidden among them count as waiting.</summary>
    public required IReadOnlyDictionary<GroupState, int> States { get; init; }

    public required int Answers { get; init; }

    /// <summary>Null below <see cref="Publication.LeastPeople"/>.</summary>
    public required int? People { get; init; }

    public required IReadOnlyList<QuestionResult> Questions { get; init; }

    /// <summary>The last weeks, the oldest first.</summary>
    public required IReadOnlyList<WeekResult> Weeks { get; init; }

    /// <summary>Those about whose ads enough people answered, by name.</summary>
    public required IReadOnlyList<SponsorRow> Sponsors { get; init; }
}

public sealed record SponsorRow(Guid Id, string Name, int Ads, int Answers);

public sealed record QuestionResult
{
    public required Question Question { get; init; }

    /// <summary>Groups whose answer is sure enough, by that answer, in the order offered.</summary>
    public required IReadOnlyList<(string Answer, int Groups)> Settled { get; init; }

    /// <summary>Groups that have enough answers to say something.</summary>
    public required int Groups { get; init; }

    /// <summary>How much people agree beyond chance; null: too few to tell.</summary>
    public required double? Alpha { get; init; }
}

/// <param name="Monday">Its first day.</param>
/// <param name="People">Null below <see cref="Publication.LeastPeople"/>; then the answers are not told either.</param>
public sealed record WeekResult(DateOnly Monday, int? Answers, int? People);

/// <summary>Counts when what it kept is old, one at a time; the others are given the old count meanwhile.</summary>
public sealed class KeptResults(TimeProvider clock)
{
    public const int WeeksShown = 26;
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    readonly ConcurrentDictionary<string, Shelf> _shelves = new(StringComparer.Ordinal);

    sealed record Shelf(SemaphoreSlim OneReader)
    {
        public ResultsSnapshot? Kept { get; set; }
    }

    public async Task<ResultsSnapshot> Of(AdsDb db, CancellationToken ct)
    {
        var shelf = _shelves.GetOrAdd(db.Database.GetConnectionString() ?? "", _ => new(new(1)));
        if (IsFresh(shelf.Kept))
        {
            return shelf.Kept!;
        }

        var old = shelf.Kept;
        if (!await shelf.OneReader.WaitAsync(old is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, ct))
        {
            return old!;
        }

        try
        {
            return IsFresh(shelf.Kept) ? shelf.Kept! : shelf.Kept = await Count(db, clock.GetUtcNow(), ct);
        }
        finally
        {
            shelf.OneReader.Release();
        }
    }

    bool IsFresh(ResultsSnapshot? kept) => kept is not null && (clock.GetUtcNow() - kept.At).Duration() < Longest;

    static async Task<ResultsSnapshot> Count(AdsDb db, DateTimeOffset now, CancellationToken ct)
    {
        var groups = await db.Groups.Where(g => db.Ads.Any(a => a.GroupId == g.Id && a.HiddenAt == null)).GroupBy(g => g.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        groups[GroupState.Open] = groups.GetValueOrDefault(GroupState.Open) + groups.GetValueOrDefault(GroupState.Gold);
        groups.Remove(GroupState.Gold);
        var counted = db.Answers.Where(a => a.RemovalId == null && !a.OnGold);
        var people = await counted.Select(a => a.Voter).Distinct().CountAsync(ct);
        var questions = new List<QuestionResult>();
        foreach (var question in Enum.GetValues<Question>())
        {
            questions.Add(await Of(question, db, ct));
        }

        return new()
        {
            At = now,
            Ads = await db.Ads.Public().CountAsync(ct),
            Vanished = await db.Ads.Public().CountAsync(a => a.VanishedAt != null, ct),
            States = groups,
            Answers = await counted.CountAsync(ct),
            People = Told(people),
            Questions = questions,
            Weeks = await Weeks(counted, now, ct),
            Sponsors = await Sponsors(counted, db, ct),
        };
    }

    static async Task<IReadOnlyList<SponsorRow>> Sponsors(IQueryable<Answer> counted, AdsDb db, CancellationToken ct)
    {
        var told = counted.Join(db.Ads.Public(), a => a.AdId, a => a.Id, (answer, ad) => new { ad.SponsorId, answer.Voter })
            .GroupBy(a => a.SponsorId).Where(g => g.Select(a => a.Voter).Distinct().Count() >= Publication.LeastPeople).Select(g => new { SponsorId = g.Key, Answers = g.Count() });
        var rows = await told.Join(db.Sponsors, t => t.SponsorId, s => s.Id, (t, s) => new { s.Id, s.Name, t.Answers }).OrderBy(s => s.Name).ThenBy(s => s.Id).ToListAsync(ct);
        var ads = await db.Ads.Public().GroupBy(a => a.SponsorId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return [.. rows.Select(r => new SponsorRow(r.Id, r.Name, ads.GetValueOrDefault(r.Id), r.Answers))];
    }

    static async Task<QuestionResult> Of(Question question, AdsDb db, CancellationToken ct)
    {
        var verdicts = db.Verdicts.AsNoTracking().Where(v => v.Question == question && v.Answers > 0 && db.Groups.Any(g => g.Id == v.GroupId && g.State != GroupState.Gold && db.Ads.Any(a => a.GroupId == g.Id && a.HiddenAt == null)));
        var settled = await verdicts.Where(v => v.Settled && v.Leading != null && v.Answers >= Publication.LeastAnswers).GroupBy(v => v.Leading!).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, ct);
        return new()
        {
            Question = question,
            Settled = [.. ShownQuestion.Offered(question).Select(answer => (answer, settled.GetValueOrDefault(answer)))],
            Groups = await verdicts.CountAsync(v => v.Answers >= Publication.LeastAnswers, ct),
            Alpha = Alpha(question, await verdicts.Select(v => v.Counts).ToListAsync(ct)),
        };
    }

    /// <summary>It asks how many said what of each group, not who.</summary>
    internal static double? Alpha(Question question, IReadOnlyList<string> counts)
    {
        var offered = ShownQuestion.Offered(question);
        var votes = new List<Vote>();
        var most = 0;
        foreach (var (item, written) in counts.Index())
        {
            var worker = 0;
            foreach (var (answer, count) in Tallies.Counts(written))
            {
                for (var i = 0; i < count; i++)
                {
                    votes.Add(new(item, worker++, IndexOf(offered, answer)));
                }
            }

            most = Math.Max(most, worker);
        }

        return votes.Count == 0 ? null : Krippendorff.Alpha(VoteTable.Of(counts.Count, most, offered.Count, votes.ToArray()));
    }

    static int IndexOf(IReadOnlyList<string> offered, string answer) => offered.Index().First(o => string.Equals(o.Item, answer, StringComparison.Ordinal)).Index;

    static async Task<IReadOnlyList<WeekResult>> Weeks(IQueryable<Answer> counted, DateTimeOffset now, CancellationToken ct)
    {
        var today = DateOnly.ParseExact(French.IsoDay(now), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var first = await counted.OrderBy(a => a.At).Select(a => (DateTimeOffset?)a.At).FirstOrDefaultAsync(ct);
        var weeks = new List<WeekResult>();
        for (var i = WeeksShown - 1; i >= 0 && first is not null; i--)
        {
            var (start, end) = (French.Begins(monday.AddDays(-7 * i)), French.Begins(monday.AddDays(7 - (7 * i))));
            if (end <= first)
            {
                continue;
            }

            var week = counted.Where(a => a.At >= start && a.At < end);
            var people = Told(await week.Select(a => a.Voter).Distinct().CountAsync(ct));
            weeks.Add(new(monday.AddDays(-7 * i), people is null ? null : await week.CountAsync(ct), people));
        }

        return weeks;
    }

    static int? Told(int people) => people < Publication.LeastPeople ? null : people;
}
