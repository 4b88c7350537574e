using Beffroi.Ads.Law;
using Beffroi.Dsfr;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Judging;

/// <summary>One rule on the reviewer's page: what the engine finds, what was decided.</summary>
public sealed record RuleSheet
{
    public required RuleFinding Finding { get; init; }

    /// <summary>The last decision; null: none yet.</summary>
    public required Review? Current { get; init; }

    /// <summary>Those that it replaced, the last first.</summary>
    public required IReadOnlyList<Review> Past { get; init; }

    /// <summary>Of the last decision.</summary>
    public required IReadOnlyList<ReplyInvitation> Invitations { get; init; }
    public required IReadOnlyList<SponsorReply> Replies { get; init; }
    public required bool Shown { get; init; }

    public string Anchor => "regle-" + Finding.Rule;

    /// <summary>Fields of the forms of one page do not bear the same identifier.</summary>
    public string Field(string name) => Field(name, Finding.Rule);

    public static string Field(string name, string rule) => $"{name}-{rule}";
}

/// <summary>One question of fact on the reviewer's page.</summary>
public sealed record FactSheet
{
    public required FactKey Key { get; init; }

    /// <summary>What may be chosen; empty where it is typed.</summary>
    public required IReadOnlyList<Option> Options { get; init; }

    /// <summary>A rule misses it.</summary>
    public required bool Missing { get; init; }

    /// <summary>The last answer, which may be taken back or of another text of the ad; null: none yet.</summary>
    public required EstablishedFact? Current { get; init; }

    /// <summary>The last answer is what the rules were given.</summary>
    public required bool Holds { get; init; }

    public string Anchor => "fait-" + Key;
}

public sealed record JudgingSheet
{
    public required Lang L { get; init; }
    public required AdFile File { get; init; }
    public required IReadOnlyList<RuleSheet> Rules { get; init; }
    public required IReadOnlyList<FactSheet> Facts { get; init; }

    /// <summary>As the reviewer agrees to be named; null: they did not agree.</summary>
    public required string? MyName { get; init; }

    /// <summary>Who decided, by the name that they agree to see printed.</summary>
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }

    public required PublicationSettings Settings { get; init; }
    public required IReadOnlyList<Notice> Letters { get; init; }
    public required IReadOnlyList<(CaseTie Tie, CaseName Case)> Ties { get; init; }

    /// <summary>Cases that the reviewer may read and that are not attached yet.</summary>
    public required IReadOnlyList<CaseName> Cases { get; init; }
    public required string SponsorName { get; init; }

    /// <summary>Whether people who usually disagree answer alike, for each question that has answers.</summary>
    public required IReadOnlyList<CommonGround> CommonGround { get; init; }
}

public sealed class JudgingDesk(AdsDb db, AdFiles files, LawBook book, Publication publication, Visitor visitor, ICaseNames cases, Boards boards)
{
    public async Task<JudgingSheet?> Open(Guid id, Lang l, CancellationToken ct)
    {
        if (await files.Of(id, ct) is not { } file)
        {
            return null;
        }

        var user = visitor.SignedIn;
        var reviews = await db.Reviews.AsNoTracking().Where(r => r.AdId == id).OrderByDescending(r => r.At).ToListAsync(ct);
        var ids = reviews.ConvertAll(r => r.Id);
        var invitations = await db.Invitations.AsNoTracking().Where(i => ids.Contains(i.ReviewId)).OrderBy(i => i.At).ToListAsync(ct);
        var replies = await db.Replies.AsNoTracking().Where(r => ids.Contains(r.ReviewId)).OrderBy(r => r.At).ToListAsync(ct);
        var shown = await publication.Shown.Where(r => r.AdId == id).Select(r => r.Id).ToListAsync(ct);
        var known = await cases.ReadableBy(user, ct);
        var ties = await db.CaseTies.AsNoTracking().Where(t => t.UndoneAt == null && (t.AdId == id || t.SponsorId == file.Ad.SponsorId)).OrderBy(t => t.At).ToListAsync(ct);
        return new()
        {
            L = l, File = file, Settings = publication.Settings,
            MyName = await db.Jurors.Where(j => j.AccountId == user.Id && j.ConsentedAt != null).OrderByDescending(j => j.ConsentedAt).Select(j => j.PublicName).FirstOrDefaultAsync(ct),
            Names = await publication.Names(reviews.ConvertAll(r => r.By), ct),
            Letters = await db.Notices.AsNoTracking().Where(n => n.AdId == id).OrderByDescending(n => n.At).ToListAsync(ct),
            SponsorName = await db.Sponsors.Where(s => s.Id == file.Ad.SponsorId).Select(s => s.Name).SingleAsync(ct),
            // Of the others, not even that they are there.
            Ties = [.. ties.Select(t => (Tie: t, Case: known.FirstOrDefault(c => c.Id == t.CaseId))).Where(t => t.Case is not null).Select(t => (t.Tie, t.Case!))],
            Cases = known,
            Facts = Facts(file, l),
            CommonGround = await boards.CommonGround(db, file.Group.Id, ct),
            Rules = [.. file.Reading.Process.Select(f => Rule(f, reviews, invitations, replies, shown))],
        };
    }

    IReadOnlyList<FactSheet> Facts(AdFile file, Lang l)
    {
        var near = file.Ad.SeenOn ?? DateOnly.FromDateTime((file.Ad.LastShownAt ?? file.Ad.FirstShownAt ?? publication.Now).UtcDateTime);
        var missing = file.Reading.Process.SelectMany(f => f.Missing).Select(m => m.Key).ToHashSet();
        return [.. FactForms.Askable.Select(key => (Key: key, Current: file.Established.FirstOrDefault(f => f.Key == key))).Select(f => new FactSheet
        {
            Key = f.Key, Options = FactAnswers.Options(f.Key, book, file.Ad.Country, near, l), Missing = missing.Contains(f.Key), Current = f.Current, Holds = f.Current?.Holds(file.Ad) == true,
        })];
    }

    static RuleSheet Rule(RuleFinding finding, List<Review> reviews, List<ReplyInvitation> invitations, List<SponsorReply> replies, List<Guid> shown)
    {
        var own = reviews.Where(r => string.Equals(r.Rule, finding.Rule, StringComparison.Ordinal)).ToList();
        var current = own.FirstOrDefault(r => !own.Exists(n => n.Replaces == r.Id));
        return new()
        {
            Finding = finding,
            Current = current,
            Past = [.. own.Where(r => r != current)],
            Invitations = [.. invitations.Where(i => i.ReviewId == current?.Id)],
            Replies = [.. replies.Where(r => r.ReviewId == current?.Id)],
            Shown = current is not null && shown.Contains(current.Id),
        };
    }
}
