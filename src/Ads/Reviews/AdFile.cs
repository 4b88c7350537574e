using Beffroi.Ads.Law;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads;

/// <summary>All that a reviewer reads of one ad: what its source says, what people answered, what the rules find in it.</summary>
public sealed record AdFile
{
    public required Ad Ad { get; init; }
    public required AdGroup Group { get; init; }
    public required IReadOnlyList<Verdict> Verdicts { get; init; }
    public required AdDetails Details { get; init; }

    /// <summary>What reviewers established: of each question the last answer, taken back or of another text included.</summary>
    public required IReadOnlyList<EstablishedFact> Established { get; init; }

    public required AdFacts Facts { get; init; }
    public required AdReading Reading { get; init; }
}

/// <summary>Reads files of ads; what it gives is for reviewers, and never shown to everybody (see <see cref="Publication"/>).</summary>
public sealed class AdFiles(AdsDb db, LawBook book, TimeProvider clock)
{
    public async Task<AdFile?> Of(Guid id, CancellationToken ct)
    {
        var found = await db.Ads.AsNoTracking().Where(a => a.Id == id).Join(db.Groups, a => a.GroupId, g => g.Id, (a, g) => new { Ad = a, Group = g })
            .Join(db.Sponsors, f => f.Ad.SponsorId, s => s.Id, (f, s) => new { f.Ad, f.Group, s.Country }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        var verdicts = await db.Verdicts.AsNoTracking().Where(v => v.GroupId == found.Group.Id).ToListAsync(ct);
        var details = await AdDetails.Of(found.Ad, db, ct);
        var established = (await EstablishedFacts.Of([id], db, ct))[id].ToList();
        var facts = FactsOf.Ad(found.Ad, found.Country, verdicts, details).With(found.Ad, established);
        return new() { Ad = found.Ad, Group = found.Group, Verdicts = verdicts, Details = details, Established = established, Facts = facts, Reading = book.Judge(facts, clock.GetUtcNow()) };
    }
}
