using Beffroi.Ads.Law;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.ReviewQueue;

/// <summary>Ads of which people said enough for a rule to find a sign in them. Rules are read as the list is: nothing that they say is kept.</summary>
static class LikelyBreaches
{
    const int AtOnce = 200;

    /// <summary>Beyond, a reviewer reads those that were found first.</summary>
    const int MostRead = 2000;

    static readonly List<string> Political = [nameof(Purpose.PartyOrCandidate), nameof(Purpose.Revelation), nameof(Purpose.Poll)];

    public static async Task<(IReadOnlyList<(WaitingRow Row, IReadOnlyList<Words> Rules)> Found, bool More)> Find(AdsDb db, LawBook book, DateTimeOffset now, int most, CancellationToken ct)
    {
        var candidates = from g in db.Groups.AsNoTracking()
                         join a in db.Ads on g.Id equals a.GroupId
                         where a.HiddenAt == null && (g.State == GroupState.Settled
                             // Somebody read it for one rule: the others are not read for all that.
                             || (g.State == GroupState.Disputed && db.Reviews.Any(r => r.AdId == a.Id && r.TextHash == a.LastingHash)))
                             && db.Verdicts.Any(v => v.GroupId == g.Id && v.Question == Question.Purpose && v.Settled && v.Leading != null && Political.Contains(v.Leading))
                         orderby g.Rank, a.ImportedAt, a.Id
                         select new { Ad = a, Group = g };
        var found = new List<(WaitingRow Row, IReadOnlyList<Words> Rules)>();
        for (var read = 0; read < MostRead; read += AtOnce)
        {
            var batch = await candidates.Skip(read).Take(AtOnce).ToListAsync(ct);
            var groups = batch.Select(b => b.Group.Id).Distinct().ToList();
            var verdicts = (await db.Verdicts.AsNoTracking().Where(v => groups.Contains(v.GroupId)).ToListAsync(ct)).ToLookup(v => v.GroupId);
            var details = await AdDetails.Of(batch.ConvertAll(b => b.Ad), db, ct);
            var ids = batch.ConvertAll(b => b.Ad.Id);
            var decided = (await db.Reviews.AsNoTracking().Where(r => ids.Contains(r.AdId) && !db.Reviews.Any(n => n.Replaces == r.Id)).ToListAsync(ct)).ToLookup(r => r.AdId);
            foreach (var one in batch)
            {
                var signs = book.Judge(FactsOf.Ad(one.Ad, [.. verdicts[one.Group.Id]], details(one.Ad)), now).Process.Where(f => f.Status == RuleStatus.LikelyBreach && !decided[one.Ad.Id].Any(r => HasRead(r, f, one.Ad))).Select(f => f.Title).ToList();
                if (signs.Count > 0 && found.Count == most)
                {
                    return (found, true);
                }

                if (signs.Count > 0)
                {
                    found.Add((new(one.Ad.Id, one.Ad.PageName, Publication.Quote(one.Ad.Text), one.Ad.Language, one.Group.Answers), signs));
                }
            }

            if (batch.Count < AtOnce)
            {
                return (found, false);
            }
        }

        return (found, true);
    }

    // The reviewer decided on these words, and this sign was there.
    static bool HasRead(Review review, RuleFinding finding, Ad ad) =>
        string.Equals(review.Rule, finding.Rule, StringComparison.Ordinal) && string.Equals(review.TextHash, ad.LastingHash, StringComparison.Ordinal) && review.Computed.StartsWith(nameof(RuleStatus.LikelyBreach), StringComparison.Ordinal);
}
