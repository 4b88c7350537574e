using Beffroi.Ads.Law;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads;

/// <summary>What everybody may be shown, and when: pages, the interface for programs and open data all ask here (docs/adr/0030).</summary>
public sealed class Publication(AdsDb db, LawBook book, PublicationSettings settings, TimeProvider clock)
{
    /// <summary>Below, how many answered is all that is said of an ad.</summary>
    public const int LeastAnswers = 3;

    /// <summary>Below, nothing is said of people: how many took part in a week, or for a sponsor.</summary>
    public const int LeastPeople = 5;

    /// <summary>Signs of an ad's text that leave in a file.</summary>
    public const int Quoted = 160;

    readonly Dictionary<string, PublicationFreeze?> _freezes = new(StringComparer.Ordinal);
    string[]? _frozen;

    /// <summary>Kinds of elections in which a whole country votes.</summary>
    static readonly string[] National = ["presidential", "legislative", "european", "referendum"];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public PublicationSettings Settings => settings;

    /// <summary>The freeze that holds now in a country; null: what people answered may be shown.</summary>
    public PublicationFreeze? Freeze(string country)
    {
        // Asked for each ad of a file.
        if (!_freezes.TryGetValue(country, out var freeze))
        {
            _freezes[country] = freeze = Freezes(country).FirstOrDefault(f => f.Covers(Now));
        }

        return freeze;
    }

    /// <summary>All the freezes that the operator asks for, by date.</summary>
    public IEnumerable<PublicationFreeze> Freezes(string country) => PublicationFreeze.Of(book, country).Where(f => settings.Freeze switch
    {
        FreezeChoice.None => false,
        FreezeChoice.All => true,
        FreezeChoice.National => f.Elections.Any(e => National.Contains(e.Kind, StringComparer.Ordinal)),
    });

    /// <summary>Countries where people vote now: nothing is shown of the answers about their ads.</summary>
    public IReadOnlyList<string> Frozen => _frozen ??= [.. book.Elections.Select(e => e.Country).Distinct(StringComparer.Ordinal).Where(c => Freeze(c) is not null).Order(StringComparer.Ordinal)];

    /// <summary>The last decision of each ad and rule.</summary>
    public IQueryable<Review> Current => db.Reviews.Where(r => !db.Reviews.Any(n => n.Replaces == r.Id));

    /// <summary>
    /// Decisions that everybody may read: the last of their rule, by somebody who agrees to be named, about what the ad still says, once the invitation to answer
    /// was sent, or said that it could not be, and the time to answer is over, counted from the last one. Of ads that are hidden, or whose country votes, none.
    /// </summary>
    public IQueryable<Review> Shown => Ripe(Current);

    /// <summary>Earlier decisions that were shown until another took their place, where that other is shown too.</summary>
    public IQueryable<Review> Past => Ripe(db.Reviews.Where(r => db.Reviews.Any(n => n.Replaces == r.Id && n.At >= r.ShownFrom
        && db.Invitations.Any(i => i.ReviewId == r.Id && (i.SentHow != null || i.NotSentBecause != null) && i.Until <= n.At)
        && !db.Invitations.Any(i => i.ReviewId == r.Id && (i.SentHow != null || i.NotSentBecause != null) && i.Until > n.At))));

    IQueryable<Review> Ripe(IQueryable<Review> reviews)
    {
        var (now, frozen) = (Now, Frozen);
        return reviews.Where(r => r.ShownFrom <= now
            && db.Ads.Any(a => a.Id == r.AdId && a.HiddenAt == null && a.LastingHash == r.TextHash && !frozen.Contains(a.Country))
            && db.Jurors.Any(j => j.AccountId == r.By && j.PublicName != null && j.ConsentedAt != null)
            && db.Invitations.Any(i => i.ReviewId == r.Id && (i.SentHow != null || i.NotSentBecause != null))
            && !db.Invitations.Any(i => i.ReviewId == r.Id && (i.SentHow != null || i.NotSentBecause != null) && i.Until > now));
    }

    /// <summary>People by the name under which they agree, now, to be printed; who does not agree is not there.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Names(IEnumerable<Guid> people, CancellationToken ct)
    {
        var ids = people.Distinct().ToList();
        var given = await db.Jurors.AsNoTracking().Where(j => ids.Contains(j.AccountId) && j.PublicName != null && j.ConsentedAt != null).Select(j => new { j.AccountId, j.PublicName, j.ConsentedAt }).ToListAsync(ct);
        return given.GroupBy(j => j.AccountId).ToDictionary(j => j.Key, j => j.MaxBy(x => x.ConsentedAt)!.PublicName!);
    }

    /// <summary>Of ads about which people differ, what a reviewer who agrees to be named read instead: whether it is political, and nothing of the rules.</summary>
    public async Task<IReadOnlyDictionary<Guid, ExpertAnswer>> Experts(IReadOnlyCollection<Guid> ads, CancellationToken ct)
    {
        var frozen = Frozen;
        var read = await (from f in db.Established.AsNoTracking()
                          join a in db.Ads on f.AdId equals a.Id
                          join g in db.Groups on a.GroupId equals g.Id
                          where ads.Contains(f.AdId) && f.Key == FactKey.Political && f.Value != null && f.TextHash == a.LastingHash && a.HiddenAt == null && g.State == GroupState.Disputed
                              && !frozen.Contains(a.Country) && !db.Established.Any(n => n.Replaces == f.Id)
                          select f).ToListAsync(ct);
        var names = await Names(read.ConvertAll(f => f.By), ct);
        return read.Where(f => names.ContainsKey(f.By)).GroupBy(f => f.AdId).Select(f => f.MaxBy(x => x.At)!)
            .ToDictionary(f => f.AdId, f => new ExpertAnswer(string.Equals(f.Value, FactAnswers.Yes, StringComparison.Ordinal) ? PoliticalAnswer.Yes : PoliticalAnswer.No, names[f.By], f.At));
    }

    /// <summary>What may be said of the answers about a group; null while its country votes.</summary>
    /// <param name="verdicts">Of that group.</param>
    public ShownAnswers? Answers(AdGroup group, IEnumerable<Verdict> verdicts) => Freeze(group.Country) is null ? ShownAnswers.Of(group, verdicts) : null;

    public static string Quote(string text)
    {
        var flat = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var cut = flat.Length <= Quoted ? flat.Length : char.IsHighSurrogate(flat[Quoted - 2]) ? Quoted - 2 : Quoted - 1;
        return cut == flat.Length ? flat : flat[..cut] + "…";
    }
}
