using Beffroi.Ads.Law;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Replying;

/// <summary>A sponsor reads, through a secret address, what is decided of an ad and not shown yet, and answers: the answer is printed as it comes, with the decision.</summary>
public static class ReplyToReview
{
    const int MostReplies = 5;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Reply(l, "{secret}"), Show).ForEveryone();
            app.MapPost(Addresses.Reply(l, "{secret}"), Reply).Does("annonces.droit-de-reponse").ForEveryone();
        }
    }

    static async Task<IResult> Show(string secret, HttpRequest request, AdsDb db, LawBook book, Publication publication, CancellationToken ct) =>
        await Open(secret, db, publication, ct) is { } open ? await View(open, secret, new(), new(), Langs.Of(request), db, book, publication, ct) : TypedResults.NotFound();

    static async Task<IResult> Reply(string secret, [FromForm] ReplyForm? form, HttpRequest request, AdsDb db, LawBook book, Publication publication, CancellationToken ct)
    {
        form ??= new();
        var (l, errors) = (Langs.Of(request), new Errors());
        if (await Open(secret, db, publication, ct) is not { } open)
        {
            return TypedResults.NotFound();
        }

        var (name, text) = ((form.ByName ?? "").Trim(), (form.Text ?? "").ReplaceLineEndings("\n").Trim());
        if (name.Length is 0 or > SponsorReply.NameMaxLength || name.Any(char.IsControl))
        {
            errors.Add("ByName", l.Say("Dites qui répond : ce nom sera publié", "Say who answers: this name will be printed"));
        }

        if (text.Length is 0 or > SponsorReply.TextMaxLength || text.Any(c => char.IsControl(c) && c != '\n' && c != '\t'))
        {
            errors.Add("Text", l.Say($"Écrivez votre réponse, en {SponsorReply.TextMaxLength} caractères au plus", $"Write your answer, in {SponsorReply.TextMaxLength} characters at most"));
        }

        if (!errors.Any && await db.Replies.CountAsync(r => r.ReviewId == open.Review.Id, ct) >= MostReplies)
        {
            errors.Add("Text", l.Say($"Vous avez déjà répondu {MostReplies} fois : pour changer quelque chose, écrivez au site", $"You already answered {MostReplies} times: to change something, write to the site"));
        }

        if (errors.Any)
        {
            return await View(open, secret, form, errors, l, db, book, publication, ct);
        }

        db.Add(new SponsorReply { Id = Guid.CreateVersion7(publication.Now), ReviewId = open.Review.Id, ByName = name, Text = text, At = publication.Now });
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Reply(l, Uri.EscapeDataString(secret)) + "#reponses");
    }

    sealed record Opened(ReplyInvitation Invitation, Review Review, Ad Ad);

    /// <summary>A decision that another replaced is answered no more.</summary>
    static async Task<Opened?> Open(string secret, AdsDb db, Publication publication, CancellationToken ct)
    {
        var hash = ReplySecret.HashOf(secret);
        return await (from i in db.Invitations.AsNoTracking()
                      join r in publication.Current on i.ReviewId equals r.Id
                      join a in db.Ads on r.AdId equals a.Id
                      where i.SecretHash == hash
                      select new Opened(i, r, a)).SingleOrDefaultAsync(ct);
    }

    static async Task<IResult> View(Opened open, string secret, ReplyForm form, Errors errors, Lang l, AdsDb db, LawBook book, Publication publication, CancellationToken ct) =>
        Html.Form<ReplyToReviewPage, ReplyToReviewModel>(new()
        {
            L = l, Secret = secret, Ad = AdView.Of(open.Ad), Review = open.Review, Rule = book.RuleTitle(open.Review.Rule, l), Article = book.ArticleName(open.Review.Rule, l),
            IsShown = await publication.Shown.AnyAsync(r => r.Id == open.Review.Id, ct), Changed = !string.Equals(open.Review.TextHash, open.Ad.LastingHash, StringComparison.Ordinal),
            ByName = (await publication.Names([open.Review.By], ct)).GetValueOrDefault(open.Review.By),
            Until = open.Invitation.Until, Over = open.Invitation.Until <= publication.Now, Form = form, Errors = errors,
            Replies = await db.Replies.AsNoTracking().Where(r => r.ReviewId == open.Review.Id).OrderBy(r => r.At).ToListAsync(ct),
        }, errors);
}

public sealed record ReplyForm
{
    public string? ByName { get; init; }
    public string? Text { get; init; }
}

public sealed record ReplyToReviewModel
{
    public required Lang L { get; init; }
    public required string Secret { get; init; }
    public required AdView Ad { get; init; }
    public required Review Review { get; init; }

    /// <summary>Titles of the rule and of its article.</summary>
    public required string Rule { get; init; }
    public required string Article { get; init; }
    /// <summary>Who decided, by the name that they agree to see printed; null: they do not agree.</summary>
    public required string? ByName { get; init; }

    /// <summary>Everybody reads it.</summary>
    public required bool IsShown { get; init; }

    /// <summary>The ad says something else since.</summary>
    public required bool Changed { get; init; }
    public required DateTimeOffset Until { get; init; }
    public required bool Over { get; init; }
    public required ReplyForm Form { get; init; }
    public required Errors Errors { get; init; }
    public required IReadOnlyList<SponsorReply> Replies { get; init; }
}
