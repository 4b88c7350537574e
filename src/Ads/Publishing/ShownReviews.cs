using Beffroi.Ads.Law;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads;

/// <summary>A decision that everybody may read, with what the sponsor answered and the decisions that were shown before it.</summary>
public sealed record ShownReview
{
    public required Review Review { get; init; }

    /// <summary>People by the name that they agree to see printed.</summary>
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }

    /// <summary>The last invitation that is said to have left, or not to have been able to.</summary>
    public required ReplyInvitation? Invitation { get; init; }

    /// <summary>Titles of the rule and of its article.</summary>
    public required Words Rule { get; init; }
    public required Words Article { get; init; }
    public required IReadOnlyList<SponsorReply> Replies { get; init; }

    /// <summary>The last first.</summary>
    public required IReadOnlyList<Review> Past { get; init; }

    public static async Task<IReadOnlyList<ShownReview>> Of(Guid ad, Publication publication, AdsDb db, LawBook book, CancellationToken ct)
    {
        var shown = await publication.Shown.AsNoTracking().Where(r => r.AdId == ad).OrderBy(r => r.Rule).ToListAsync(ct);
        if (shown.Count == 0)
        {
            return [];
        }

        var past = await publication.Past.AsNoTracking().Where(r => r.AdId == ad).OrderByDescending(r => r.At).ToListAsync(ct);
        var ids = shown.ConvertAll(r => r.Id);
        var replies = await db.Replies.AsNoTracking().Where(r => ids.Contains(r.ReviewId)).OrderBy(r => r.At).ToListAsync(ct);
        var invitations = await db.Invitations.AsNoTracking().Where(i => ids.Contains(i.ReviewId) && (i.SentHow != null || i.NotSentBecause != null)).OrderBy(i => i.Until).ToListAsync(ct);
        var names = await publication.Names([.. shown.Select(r => r.By), .. past.Select(r => r.By)], ct);
        return [.. shown.Select(r => new ShownReview
        {
            Names = names,
            Invitation = invitations.LastOrDefault(i => i.ReviewId == r.Id),
            Review = r,
            Rule = Titled(l => book.RuleTitle(r.Rule, l)),
            Article = Titled(l => book.ArticleName(r.Rule, l)),
            Replies = [.. replies.Where(x => x.ReviewId == r.Id)],
            Past = [.. past.Where(p => string.Equals(p.Rule, r.Rule, StringComparison.Ordinal))],
        })];
    }

    static Words Titled(Func<Lang, string> say) => new(say(Lang.French), say(Lang.English));
}
