using System.Runtime.CompilerServices;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads;

/// <summary>One ad as it leaves in a file: what names it, where to read it, a short quotation, and what people answer. Nothing of whoever answers, and of its source's copy no more.</summary>
public sealed record DataLine
{
    public required Guid Id { get; init; }
    public required AdSource Source { get; init; }
    public required string SourceId { get; init; }

    /// <summary>Where anybody reads it at its source; null where it has no address.</summary>
    public required string? Link { get; init; }
    public required string Country { get; init; }
    public required string? Language { get; init; }
    public required DateOnly? FirstShown { get; init; }
    public required DateOnly? LastShown { get; init; }

    /// <summary>Day when a citizen saw it.</summary>
    public required DateOnly? SeenOn { get; init; }

    /// <summary>First day when it was no longer in its library.</summary>
    public required DateOnly? VanishedOn { get; init; }

    /// <summary>Ads of the same group share their answers.</summary>
    public required Guid Group { get; init; }
    public required string Quotation { get; init; }

    /// <summary>Its country votes: what follows is empty.</summary>
    public required bool Frozen { get; init; }
    public required ShownAnswers? Answers { get; init; }

    /// <summary>Where people differ, what a reviewer who agreed to be named answered; null otherwise.</summary>
    public required DataExpert? Expert { get; init; }

    /// <summary>Decisions that everybody may read.</summary>
    public required IReadOnlyList<DataRule> Rules { get; init; }

    const int AtOnce = 500;

    /// <summary>All public ads, by identifier, read batch by batch.</summary>
    public static async IAsyncEnumerable<DataLine> All(AdsDb db, Publication publication, [EnumeratorCancellation] CancellationToken ct)
    {
        Guid? after = null;
        while (true)
        {
            var last = after;
            var ads = db.Ads.AsNoTracking().Public();
            var batch = await Of(last is null ? ads : ads.Where(a => a.Id.CompareTo(last.Value) > 0), ads => ads.OrderBy(a => a.Id).Take(AtOnce), db, publication, ct);
            foreach (var line in batch)
            {
                yield return line;
            }

            if (batch.Count < AtOnce)
            {
                yield break;
            }

            after = batch[^1].Id;
        }
    }

    /// <summary>Those of a query, in its order.</summary>
    public static async Task<IReadOnlyList<DataLine>> Of(IQueryable<Ad> ads, Func<IQueryable<Ad>, IQueryable<Ad>> page, AdsDb db, Publication publication, CancellationToken ct)
    {
        var rows = await page(ads).ToListAsync(ct);
        var (ids, groupIds) = (rows.ConvertAll(a => a.Id), rows.Select(a => a.GroupId).Distinct().ToList());
        var groups = await db.Groups.AsNoTracking().Where(g => groupIds.Contains(g.Id)).ToDictionaryAsync(g => g.Id, ct);
        var verdicts = (await db.Verdicts.AsNoTracking().Where(v => groupIds.Contains(v.GroupId)).ToListAsync(ct)).ToLookup(v => v.GroupId);
        var reviews = (await publication.Shown.AsNoTracking().Where(r => ids.Contains(r.AdId)).OrderBy(r => r.Rule).ToListAsync(ct)).ToLookup(r => r.AdId);
        var experts = await publication.Experts(ids, ct);
        var names = await publication.Names(reviews.SelectMany(r => r).Select(r => r.By), ct);
        return rows.ConvertAll(a => new DataLine
        {
            Id = a.Id, Source = a.Source, SourceId = a.SourceId, Link = a.LibraryUrl, Country = a.Country, Language = a.Language,
            FirstShown = Day(a.FirstShownAt), LastShown = Day(a.LastShownAt), SeenOn = a.SeenOn, VanishedOn = Day(a.VanishedAt), Group = a.GroupId, Quotation = Publication.Quote(a.Text),
            Frozen = publication.Freeze(a.Country) is not null,
            Answers = publication.Answers(groups[a.GroupId], verdicts[a.GroupId]),
            Expert = experts.GetValueOrDefault(a.Id) is { } expert ? new(expert.Political, expert.Name, DateOnly.FromDateTime(expert.At.UtcDateTime)) : null,
            Rules = [.. reviews[a.Id].Select(r => new DataRule(r.Rule, r.TextFrom, r.Outcome, names[r.By], DateOnly.FromDateTime(r.At.UtcDateTime)))],
        });
    }

    static DateOnly? Day(DateTimeOffset? at) => at is { } instant ? DateOnly.FromDateTime(instant.UtcDateTime) : null;
}

/// <param name="TextFrom">First day of the version of the text that was read; null: that of the date was not.</param>
/// <param name="DecidedBy">Who agreed to be named.</param>
public sealed record DataRule(string Rule, DateOnly? TextFrom, ReviewOutcome Outcome, string DecidedBy, DateOnly DecidedOn);

/// <param name="Political">Yes or No.</param>
/// <param name="AnsweredBy">Who agreed to be named.</param>
public sealed record DataExpert(PoliticalAnswer Political, string AnsweredBy, DateOnly AnsweredOn);
