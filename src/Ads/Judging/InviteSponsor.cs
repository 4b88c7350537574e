using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Judging;

/// <summary>Before any decision is shown, the sponsor is invited to answer: a secret address to send by hand, then a delay that starts when it is said to be sent, or why it cannot be: two acts, and two sentences for everybody.</summary>
public static class InviteSponsor
{
    const int MostInvitations = 5;
    const int HowMaxLength = 500;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            var path = Addresses.Experts(l) + "/{id:guid}/invitation";
            app.MapPost(path, Prepare).Does("annonces.inviter").ForReviewers();
            app.MapPost(path + "/{invitation:guid}", Sent).Does("annonces.dire-envoyee").ForReviewers();
            app.MapPost(path + "/{invitation:guid}" + l.Say("/impossible", "/cannot"), NotSent).Does("annonces.dire-impossible").ForReviewers();
        }
    }

    static async Task<IResult> Prepare(Guid id, [FromForm] IFormCollection? form, HttpRequest request, AdsDb db, JudgingDesk desk, Visitor visitor, Publication publication, CancellationToken ct)
    {
        var l = Langs.Of(request);
        var asked = Guid.TryParse(form?["Review"], out var review) ? review : Guid.Empty;
        if (await publication.Current.AsNoTracking().SingleOrDefaultAsync(r => r.Id == asked && r.AdId == id, ct) is not { } decision)
        {
            return TypedResults.NotFound();
        }

        var errors = new Errors();
        if (await db.Invitations.CountAsync(i => i.ReviewId == decision.Id, ct) >= MostInvitations)
        {
            errors.Add("", l.Say("Il y a déjà cinq invitations pour cette décision.", "There are already five invitations for this decision."));
            return Html.Form<JudgeAdPage, JudgeAdModel>(new() { Sheet = (await desk.Open(id, l, ct))!, Typed = null, Errors = errors }, errors);
        }

        var secret = ReplySecret.Draw();
        db.Add(new ReplyInvitation { Id = Guid.CreateVersion7(publication.Now), ReviewId = decision.Id, SecretHash = ReplySecret.HashOf(secret), At = publication.Now, Until = publication.Now + publication.Settings.ReplyDelay, By = visitor.SignedIn.Id });
        await db.SaveChangesAsync(ct);
        return Html.View<JudgeAdPage, JudgeAdModel>(new() { Sheet = (await desk.Open(id, l, ct))!, Typed = null, Errors = errors, Secret = (decision.Id, request.Root() + Addresses.Reply(l, secret)) });
    }

    static Task<IResult> Sent(Guid id, Guid invitation, [FromForm] IFormCollection? form, HttpRequest request, AdsDb db, JudgingDesk desk, Publication publication, CancellationToken ct) =>
        Say(id, invitation, form, How(invitation), (row, said) => row.SentHow = said, request, db, desk, publication, ct);

    static Task<IResult> NotSent(Guid id, Guid invitation, [FromForm] IFormCollection? form, HttpRequest request, AdsDb db, JudgingDesk desk, Publication publication, CancellationToken ct) =>
        Say(id, invitation, form, Why(invitation), (row, said) => row.NotSentBecause = said, request, db, desk, publication, ct);

    public static string How(Guid invitation) => $"How-{invitation:N}";

    public static string Why(Guid invitation) => $"Why-{invitation:N}";

    static async Task<IResult> Say(Guid id, Guid invitation, IFormCollection? form, string field, Action<ReplyInvitation, string> say, HttpRequest request, AdsDb db, JudgingDesk desk, Publication publication, CancellationToken ct)
    {
        var (l, errors) = (Langs.Of(request), new Errors());
        if (await db.Invitations.SingleOrDefaultAsync(i => i.Id == invitation && publication.Current.Any(r => r.Id == i.ReviewId && r.AdId == id), ct) is not { } row)
        {
            return TypedResults.NotFound();
        }

        var said = (form?[field].ToString() ?? "").Trim();
        if (said.Length is < 3 or > HowMaxLength || said.Any(char.IsControl))
        {
            errors.Add(field, l.Say("Dites-le en quelques mots", "Say it in a few words"));
            return Html.Form<JudgeAdPage, JudgeAdModel>(new() { Sheet = (await desk.Open(id, l, ct))!, Typed = null, Errors = errors }, errors);
        }

        if (row is { SentHow: null, NotSentBecause: null })
        {
            say(row, said);
            row.Until = publication.Now + publication.Settings.ReplyDelay;
            await db.SaveChangesAsync(ct);
        }

        return TypedResults.LocalRedirect(Addresses.Review(l, id));
    }
}
