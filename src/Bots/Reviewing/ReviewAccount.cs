using Beffroi.Bots.Scoring;
using Beffroi.Detection;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Reviewing;

/// <summary>An analyst looks at one account and says what they think and why, before they may read what others think.</summary>
public static class ReviewAccount
{
    const int LeastWhy = 10;
    const int ShownPosts = 20;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            var path = Addresses.Reviews(l) + "/{id:guid}";
            app.MapGet(path, async (Guid id, HttpRequest request, BotsDb db, AtWork at, IAnalysts analysts, AccountScoring scoring, CancellationToken ct) => await View(Langs.Of(request), id, new(), new(), StatusCodes.Status200OK, db, at, analysts, scoring, ct)).ForAnalysts();
            app.MapPost(path, Say).Does("robots.relire").ForAnalysts();
        }
    }

    static async Task<IResult> Say(Guid id, [FromForm] ReviewForm? form, HttpRequest request, BotsDb db, AtWork at, IAnalysts analysts, AccountScoring scoring, TimeProvider clock, CancellationToken ct)
    {
        var (l, errors, now) = (Langs.Of(request), new Errors(), clock.GetUtcNow());
        form ??= new();
        if (!await db.AccountsOf(at.Organisation).AnyAsync(a => a.Id == id, ct))
        {
            return TypedResults.NotFound();
        }

        var typed = new Typed(l, errors);
        var label = typed.One<ReviewLabel>(nameof(ReviewForm.Label), form.Label);
        var why = typed.Text(nameof(ReviewForm.Why), form.Why, LeastWhy, AccountReview.WhyMaxLength);
        var current = await db.Reviews.AsNoTracking().Where(r => r.AccountId == id && r.EndedAt == null).ToListAsync(ct);
        if (current.Exists(r => r.AnalystId == at.Analyst.AccountId))
        {
            return await Conflict(l.Say("Vous avez déjà relu ce compte : une personne compte une fois", "You have reviewed this account already: a person counts once"));
        }

        if (ReviewVerdict.Of(current).Standing == ReviewStanding.Confirmed)
        {
            return await Conflict(l.Say("Ce compte est déjà confirmé : seule une contestation rouvre sa relecture", "This account is confirmed already: only a contest opens its review again"));
        }

        if (errors.Any)
        {
            return await View(l, id, form, errors, StatusCodes.Status422UnprocessableEntity, db, at, analysts, scoring, ct);
        }

        db.Add(new AccountReview { Id = Guid.CreateVersion7(now), AccountId = id, OrganisationId = at.Organisation, AnalystId = at.Analyst.AccountId, Label = label!.Value, Why = why, At = now });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (!await db.Reviews.AnyAsync(r => r.AccountId == id && r.AnalystId == at.Analyst.AccountId && r.EndedAt == null, ct))
            {
                throw;
            }

            // Pressed twice at the same moment: the first one counts.
            return await Conflict(l.Say("Vous avez déjà relu ce compte : une personne compte une fois", "You have reviewed this account already: a person counts once"));
        }

        return TypedResults.LocalRedirect(Addresses.Review(l, id));

        Task<IResult> Conflict(string message)
        {
            var told = new Errors();
            told.Add("", message);
            return View(l, id, form, told, StatusCodes.Status409Conflict, db, at, analysts, scoring, ct);
        }
    }

    static async Task<IResult> View(Lang l, Guid id, ReviewForm form, Errors errors, int status, BotsDb db, AtWork at, IAnalysts analysts, AccountScoring scoring, CancellationToken ct)
    {
        if (await db.AccountsOf(at.Organisation).AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } account || await AccountEvidence.Of(db, id, ct) is not { } evidence)
        {
            return TypedResults.NotFound();
        }

        var reviews = await db.Reviews.AsNoTracking().Where(r => r.AccountId == id && r.EndedAt == null).OrderBy(r => r.At).ToListAsync(ct);
        var verdict = ReviewVerdict.Of(reviews);
        var mine = reviews.Find(r => r.AnalystId == at.Analyst.AccountId);
        // Before their own label, or the end of the round, nobody reads what others said; after it, the words of other organisations stay theirs.
        var shown = mine is not null || verdict.Standing == ReviewStanding.Confirmed ? reviews : [];
        var names = await analysts.NamesOf([.. shown.Select(r => r.OrganisationId).Distinct()], ct);
        return Html.View<ReviewPage, ReviewModel>(
            new()
            {
                L = l, Account = account, Profile = evidence.Account, Posts = [.. evidence.Posts.Take(ShownPosts)], Explanation = scoring.Explain(evidence), Verdict = verdict, Form = form, Errors = errors,
                MayLabel = mine is null && verdict.Standing != ReviewStanding.Confirmed,
                Said = [.. shown.Select(r => new SaidLabel(r.Label, names.GetValueOrDefault(r.OrganisationId) ?? l.Say("une organisation", "an organisation"), r.At, r.OrganisationId == at.Organisation ? r.Why : null))],
                Contests = await db.Contests.CountAsync(c => c.AccountId == id && c.State == ContestState.Received, ct),
            },
            status);
    }
}

public sealed record ReviewForm
{
    public string? Label { get; init; }
    public string? Why { get; init; }
}

/// <param name="Why">Null: of another organisation.</param>
public sealed record SaidLabel(ReviewLabel Label, string Organisation, DateTimeOffset At, string? Why);

public sealed record ReviewModel
{
    public required Lang L { get; init; }
    public required WatchedAccount Account { get; init; }
    public required Account Profile { get; init; }
    public required IReadOnlyList<Post> Posts { get; init; }
    public required ScoreExplanation Explanation { get; init; }
    public required ReviewVerdict Verdict { get; init; }
    public required bool MayLabel { get; init; }
    public required IReadOnlyList<SaidLabel> Said { get; init; }
    public required int Contests { get; init; }
    public required ReviewForm Form { get; init; }
    public required Errors Errors { get; init; }
}
