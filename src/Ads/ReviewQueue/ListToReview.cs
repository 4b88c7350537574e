using Beffroi.Ads.Law;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.ReviewQueue;

/// <summary>What waits for a reviewer: first the ads about which people differ, then those in which a rule finds a sign or misses a fact; then what was decided.</summary>
public static class ListToReview
{
    const int PageSize = 20;
    const int DecidedShown = 30;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Experts(l), Show).ForReviewers();
            app.MapPost(Addresses.MyName(l), Agree).Does("annonces.nom-publie").ForReviewers();
        }
    }

    static Task<IResult> Show(int? page, string? from, HttpRequest request, AdsDb db, LawBook book, Publication publication, Visitor visitor, CancellationToken ct) =>
        View(page, ReadFrom.Parse(from), null, new(), Langs.Of(request), db, book, publication, visitor, ct);

    /// <summary>Each gives, changes or withdraws their own agreement to be named; nobody does it for them.</summary>
    static async Task<IResult> Agree([FromForm] NameForm? form, HttpRequest request, AdsDb db, LawBook book, Publication publication, Visitor visitor, CancellationToken ct)
    {
        var (l, errors, user, name) = (Langs.Of(request), new Errors(), visitor.SignedIn, (form?.PublicName ?? "").Trim());
        var agrees = string.Equals(form?.Agrees, "true", StringComparison.Ordinal);
        if (agrees && (name.Length is < 3 or > 100 || name.Any(char.IsControl)))
        {
            errors.Add("PublicName", l.Say("Écrivez votre nom tel qu’il sera publié, en 3 à 100 caractères", "Write your name as it will be printed, in 3 to 100 characters"));
            return await View(null, null, form, errors, l, db, book, publication, visitor, ct);
        }

        var mine = await db.Jurors.Where(j => j.AccountId == user.Id).ToListAsync(ct);
        if (mine.Count == 0 && agrees)
        {
            // A superadmin reviews without being appointed: this row holds their agreement, and no right (see Reviewing).
            mine.Add(new() { Id = Guid.CreateVersion7(publication.Now), AccountId = user.Id, GivenBy = user.Id, GivenAt = publication.Now });
            db.Add(mine[0]);
        }

        foreach (var juror in mine)
        {
            juror.PublicName = agrees ? name : null;
            juror.ConsentedAt = agrees ? publication.Now : null;
        }

        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Experts(l));
    }

    static async Task<IResult> View(int? page, ReadFrom? from, NameForm? typed, Errors errors, Lang l, AdsDb db, LawBook book, Publication publication, Visitor visitor, CancellationToken ct)
    {
        var (number, user) = (Math.Clamp(page ?? 1, 1, 10_000), visitor.SignedIn);
        var disputed = from g in db.Groups.AsNoTracking()
                       join a in db.Ads on g.ShownAdId equals a.Id
                       where g.State == GroupState.Disputed && a.HiddenAt == null && !db.Reviews.Any(r => r.AdId == a.Id && r.TextHash == a.LastingHash)
                           && !db.Established.Any(f => f.AdId == a.Id && f.Key == FactKey.Political && f.Value != null && f.TextHash == a.LastingHash)
                       orderby g.Rank, g.AddedAt, g.Id
                       select new { Ad = a, g.Answers };
        var rows = await disputed.Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var political = await PoliticalAds.Find(db, book, publication.Now, from, PageSize, ct);
        var decided = await (from r in publication.Current.AsNoTracking() join a in db.Ads on r.AdId equals a.Id orderby r.At descending select new { Review = r, Ad = a }).Take(DecidedShown).ToListAsync(ct);
        var ids = decided.ConvertAll(d => d.Review.Id);
        var shown = await publication.Shown.Where(r => ids.Contains(r.Id)).Select(r => r.Id).ToListAsync(ct);
        var waits = await db.Invitations.Where(i => ids.Contains(i.ReviewId)).Select(i => new { i.ReviewId, Sent = i.SentHow != null || i.NotSentBecause != null, i.Until }).ToListAsync(ct);
        var names = await publication.Names(decided.ConvertAll(d => d.Review.By), ct);
        var changed = await (from r in publication.Current.AsNoTracking() join a in db.Ads on r.AdId equals a.Id where r.TextHash != a.LastingHash && a.HiddenAt == null orderby r.At, r.Id select new { Ad = a, Review = r }).Take(PageSize).ToListAsync(ct);
        var hidden = await db.Ads.AsNoTracking().Where(a => a.HiddenAt != null).OrderByDescending(a => a.HiddenAt).Take(PageSize).ToListAsync(ct);
        var me = await db.Jurors.AsNoTracking().Where(j => j.AccountId == user.Id && j.ConsentedAt != null).OrderByDescending(j => j.ConsentedAt).FirstOrDefaultAsync(ct);
        return Html.Form<ListToReviewPage, ListToReviewModel>(new()
        {
            L = l, Errors = errors, Page = number, Waiting = await disputed.CountAsync(ct), PageSize = PageSize,
            Superadmin = user.Role == Role.Superadmin, PublicName = me?.PublicName, ConsentedAt = me?.ConsentedAt, Typed = typed?.PublicName,
            Disputed = [.. rows.Select(r => new WaitingRow(r.Ad.Id, r.Ad.PageName, Publication.Quote(r.Ad.Text), r.Ad.Language, r.Answers))],
            Changed = [.. changed.DistinctBy(c => c.Ad.Id).Select(c => (new WaitingRow(c.Ad.Id, c.Ad.PageName, Publication.Quote(c.Ad.Text), c.Ad.Language, 0), c.Review.Quotation))],
            Hidden = [.. hidden.Select(a => new HiddenRow(a.Id, a.PageName, a.HiddenAt!.Value, a.HiddenReason ?? ""))],
            Signs = political.Signs, Missing = political.Missing, From = from, Next = political.Next,
            Decided = [.. decided.Select(d => new DecidedRow
            {
                Ad = d.Ad.Id, PageName = d.Ad.PageName, Review = d.Review, ByName = names.GetValueOrDefault(d.Review.By) ?? d.Review.ByName, Changed = !string.Equals(d.Review.TextHash, d.Ad.LastingHash, StringComparison.Ordinal), Title = book.RuleTitle(d.Review.Rule, l), Shown = shown.Contains(d.Review.Id),
                Invited = waits.Exists(w => w.ReviewId == d.Review.Id), Sent = waits.Exists(w => w.ReviewId == d.Review.Id && w.Sent),
                From = waits.Where(w => w.ReviewId == d.Review.Id && w.Sent).Select(w => (DateTimeOffset?)w.Until).Append(d.Review.ShownFrom).Max()!.Value,
            })],
        }, errors);
    }
}

public sealed record NameForm
{
    public string? PublicName { get; init; }
    public string? Agrees { get; init; }
}

/// <param name="Language">Of the words.</param>
public sealed record WaitingRow(Guid Ad, string PageName, string Words, string? Language, int Answers);

/// <param name="Reason">Why it was hidden.</param>
public sealed record HiddenRow(Guid Ad, string PageName, DateTimeOffset At, string Reason);

public sealed record DecidedRow
{
    public required Guid Ad { get; init; }
    public required string PageName { get; init; }
    public required Review Review { get; init; }
    public required string ByName { get; init; }

    /// <summary>The ad says something else since.</summary>
    public required bool Changed { get; init; }

    /// <summary>Of the rule.</summary>
    public required string Title { get; init; }

    public required bool Shown { get; init; }
    public required bool Invited { get; init; }
    public required bool Sent { get; init; }
    public required DateTimeOffset From { get; init; }
}

public sealed record ListToReviewModel
{
    public required Lang L { get; init; }
    public required Errors Errors { get; init; }
    public required int Page { get; init; }
    public required int PageSize { get; init; }
    public required int Waiting { get; init; }
    public required bool Superadmin { get; init; }
    public required string? PublicName { get; init; }
    public required DateTimeOffset? ConsentedAt { get; init; }
    public required string? Typed { get; init; }
    public required IReadOnlyList<WaitingRow> Disputed { get; init; }
    public required IReadOnlyList<(WaitingRow Row, IReadOnlyList<Words> Rules)> Signs { get; init; }
    /// <summary>Ads that say something else than what was judged, with its beginning.</summary>
    public required IReadOnlyList<(WaitingRow Row, string Judged)> Changed { get; init; }
    public required IReadOnlyList<HiddenRow> Hidden { get; init; }

    /// <summary>Ads for which rules miss so many facts.</summary>
    public required IReadOnlyList<(WaitingRow Row, int Questions)> Missing { get; init; }

    /// <summary>Where these two lists begin; null: with the newest ad.</summary>
    public required ReadFrom? From { get; init; }

    /// <summary>Where they go on; null: all ads were read.</summary>
    public required ReadFrom? Next { get; init; }

    public required IReadOnlyList<DecidedRow> Decided { get; init; }
}
