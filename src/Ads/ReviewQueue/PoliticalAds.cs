using System.Globalization;
using Beffroi.Ads.Law;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.ReviewQueue;

/// <summary>
/// Political ads that nobody has read yet, the newest first: those in which a rule finds a sign, and those for which rules miss a fact that a person may look up.
/// Rules are read as the list is: nothing that they say is kept.
/// </summary>
static class PoliticalAds
{
    const int AtOnce = 200;

    /// <summary>Read for one page: beyond, the next page goes on.</summary>
    const int MostRead = 2000;

    public static async Task<WaitingAds> Find(AdsDb db, LawBook book, DateTimeOffset now, ReadFrom? from, int most, CancellationToken ct)
    {
        var (signs, missing, last) = (new List<(WaitingRow, IReadOnlyList<Words>)>(), new List<(WaitingRow, int)>(), from);
        for (var read = 0; read < MostRead; read += AtOnce)
        {
            var batch = await Candidates(db, last).Take(AtOnce).ToListAsync(ct);
            var groups = batch.Select(b => b.Group.Id).Distinct().ToList();
            var ids = batch.ConvertAll(b => b.Ad.Id);
            var verdicts = (await db.Verdicts.AsNoTracking().Where(v => groups.Contains(v.GroupId)).ToListAsync(ct)).ToLookup(v => v.GroupId);
            var details = await AdDetails.Of(batch.ConvertAll(b => b.Ad), db, ct);
            var established = await EstablishedFacts.Of(ids, db, ct);
            var decided = (await db.Reviews.AsNoTracking().Where(r => ids.Contains(r.AdId) && !db.Reviews.Any(n => n.Replaces == r.Id)).ToListAsync(ct)).ToLookup(r => r.AdId);
            foreach (var one in batch)
            {
                var facts = FactsOf.Ad(one.Ad, one.SponsorCountry, [.. verdicts[one.Group.Id]], details(one.Ad)).With(one.Ad, established[one.Ad.Id]);
                var found = book.Judge(facts, now).Process;
                var decisions = decided[one.Ad.Id].Where(r => string.Equals(r.TextHash, one.Ad.LastingHash, StringComparison.Ordinal)).ToList();
                var titles = found.Where(f => f.Status == RuleStatus.LikelyBreach && !decisions.Exists(r => HasRead(r, f))).Select(f => f.Title).ToList();
                var asked = decisions.Count > 0 ? 0 : found.SelectMany(f => f.Missing).Select(m => m.Key).Distinct().Count(k => FactForms.Of(k) is not null);
                if ((titles.Count > 0 && signs.Count == most) || (titles.Count == 0 && asked > 0 && missing.Count == most))
                {
                    return new(signs, missing, last);
                }

                last = new(one.Ad.ImportedAt, one.Ad.Id);
                var row = new WaitingRow(one.Ad.Id, one.Ad.PageName, Publication.Quote(one.Ad.Text), one.Ad.Language, one.Group.Answers);
                if (titles.Count > 0)
                {
                    signs.Add((row, titles));
                }
                else if (asked > 0)
                {
                    missing.Add((row, asked));
                }
            }

            if (batch.Count < AtOnce)
            {
                return new(signs, missing, null);
            }
        }

        return new(signs, missing, last);
    }

    static IQueryable<Candidate> Candidates(AdsDb db, ReadFrom? from)
    {
        var ads = db.Ads.AsNoTracking().Where(a => a.HiddenAt == null);
        if (from is { } last)
        {
            ads = ads.Where(a => a.ImportedAt < last.At || (a.ImportedAt == last.At && a.Id.CompareTo(last.Ad) < 0));
        }

        return from a in ads
               join g in db.Groups on a.GroupId equals g.Id
               join s in db.Sponsors on a.SponsorId equals s.Id
               where (g.State == GroupState.Settled && db.Verdicts.Any(v => v.GroupId == g.Id && v.Question == Question.Political && v.Settled && v.Leading == nameof(PoliticalAnswer.Yes)))
                   // Somebody read it for one rule, or looked up one fact: the others are not read for all that.
                   || db.Reviews.Any(r => r.AdId == a.Id && r.TextHash == a.LastingHash)
                   || db.Established.Any(f => f.AdId == a.Id && f.TextHash == a.LastingHash)
               orderby a.ImportedAt descending, a.Id descending
               select new Candidate { Ad = a, Group = g, SponsorCountry = s.Country };
    }

    // The reviewer decided on these words, and this sign was there.
    static bool HasRead(Review review, RuleFinding finding) =>
        string.Equals(review.Rule, finding.Rule, StringComparison.Ordinal) && review.Computed.StartsWith(nameof(RuleStatus.LikelyBreach), StringComparison.Ordinal);

    sealed record Candidate
    {
        public required Ad Ad { get; init; }
        public required AdGroup Group { get; init; }
        public required string? SponsorCountry { get; init; }
    }
}

/// <param name="Next">Where the next page goes on; null: all were read.</param>
sealed record WaitingAds(IReadOnlyList<(WaitingRow Row, IReadOnlyList<Words> Rules)> Signs, IReadOnlyList<(WaitingRow Row, int Questions)> Missing, ReadFrom? Next);

/// <summary>The last ad that a page has read: the next one begins after it.</summary>
public sealed record ReadFrom(DateTimeOffset At, Guid Ad)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}-{Ad:N}");

    /// <summary>Null when it is not one.</summary>
    public static ReadFrom? Parse(string? text) =>
        text?.Split('-') is [var ticks, var ad] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.UtcTicks && Guid.TryParseExact(ad, "N", out var id)
            ? new(new(at, TimeSpan.Zero), id) : null;
}
