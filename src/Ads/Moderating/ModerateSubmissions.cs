using Beffroi.Ads.Intake;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Moderating;

/// <summary>Reviewers read what citizens sent, the oldest first: an ad for all, or a refusal with its reason.</summary>
public static class ModerateSubmissions
{
    /// <summary>Submissions that are listed: the oldest.</summary>
    const int Listed = 50;
    const int ReasonMaxLength = 1000;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Submissions(l), async (Guid? id, HttpRequest request, AdsDb db, Visitor visitor, CancellationToken ct) => await Page(Langs.Of(request), id, new(), new(), db, visitor, ct)).For();
            app.MapPost(Addresses.Submissions(l) + "/{id:guid}" + l.Say("/accepter", "/accept"), Accept).Does("annonces.accepter").For();
            app.MapPost(Addresses.Submissions(l) + "/{id:guid}" + l.Say("/refuser", "/refuse"), Refuse).Does("annonces.refuser").For();
        }
    }

    static async Task<IResult> Accept(Guid id, [FromForm] AcceptForm? typed, HttpRequest request, AdsDb db, AdIntake intake, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var (l, form, errors) = (Langs.Of(request), typed ?? new(), new Errors());
        if (await Waiting(id, db, visitor, ct) is not { } submission)
        {
            return await Page(l, id, form, Gone(l), db, visitor, ct);
        }

        var (record, fault) = form.Record(submission);
        var pictureText = CleanText.Lines(form.PictureText);
        if (submission.PictureId is not null && pictureText is not { Length: >= 10 and <= Ad.PictureTextMaxLength })
        {
            errors.Add("PictureText", l.Say($"Décrivez l’image, en 10 à {Ad.PictureTextMaxLength} caractères", $"Describe the picture, in 10 to {Ad.PictureTextMaxLength} characters"));
            return await Page(l, id, form, errors, db, visitor, ct);
        }

        if (record is null)
        {
            errors.Add("PageName", l.Say($"Cette annonce ne peut pas être montrée : {fault!.In(l)}", $"This ad cannot be shown: {fault!.In(l)}"));
            return await Page(l, id, form, errors, db, visitor, ct);
        }

        await using var turn = await intake.Turn(ct);
        var now = clock.GetUtcNow();
        // Read in its library already: the submission is tied to it, and lends its picture.
        var known = MetaAddress.Id(submission.LibraryUrl) is { } number ? await db.Ads.SingleOrDefaultAsync(a => a.Source == AdSource.MetaLibrary && a.SourceId == number, ct) : null;
        if (known is null)
        {
            var import = new AdImport { Id = Guid.CreateVersion7(now), Source = AdSource.Submission, Name = "envoi " + submission.Id.ToString("N"), Sha256 = record.ContentHash, At = now, By = visitor.SignedIn.Id };
            known = await intake.TakeOne(record, import, ct);
        }
        else
        {
            known.PictureId ??= submission.PictureId;
        }

        if (known.PictureId is not null && known.PictureId == submission.PictureId)
        {
            known.PictureText = pictureText;
        }

        (submission.DecidedAt, submission.DecidedBy, submission.AdId) = (now, visitor.SignedIn.Id, known.Id);
        var answer = await Saved(l, id, form, db, visitor, ct);
        await turn.CommitAsync(ct);
        return answer;
    }

    static async Task<IResult> Refuse(Guid id, [FromForm] AcceptForm? typed, HttpRequest request, AdsDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var (l, form, errors) = (Langs.Of(request), typed ?? new(), new Errors());
        if (await Waiting(id, db, visitor, ct) is not { } submission)
        {
            return await Page(l, id, form, Gone(l), db, visitor, ct);
        }

        if (CleanText.Lines(form.Reason) is not { Length: > 0 and <= ReasonMaxLength } reason)
        {
            errors.Add("Reason", l.Say($"Dites pourquoi, en {ReasonMaxLength} caractères au plus", $"Say why, in at most {ReasonMaxLength} characters"));
            return await Page(l, id, form, errors, db, visitor, ct);
        }

        (submission.DecidedAt, submission.DecidedBy, submission.RefusedBecause) = (clock.GetUtcNow(), visitor.SignedIn.Id, reason);
        // A picture that nothing shows is not kept.
        if (submission.PictureId is { } picture)
        {
            submission.PictureId = null;
            if (!await db.Ads.AnyAsync(a => a.PictureId == picture, ct) && !await db.Submissions.AnyAsync(s => s.PictureId == picture && s.Id != id, ct))
            {
                db.Remove(await db.Pictures.SingleAsync(p => p.Id == picture, ct));
            }
        }

        return await Saved(l, id, form, db, visitor, ct);
    }

    static async Task<IResult> Saved(Lang l, Guid id, AcceptForm form, AdsDb db, Visitor visitor, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return TypedResults.LocalRedirect(Addresses.Submissions(l));
        }
        catch (DbUpdateException)
        {
            // Two reviewers at once: the first one decided, or took the ad or the picture that this one was about to.
            db.ChangeTracker.Clear();
            return await Page(l, id, form, Gone(l), db, visitor, ct);
        }
    }

    static async Task<Submission?> Waiting(Guid id, AdsDb db, Visitor visitor, CancellationToken ct) =>
        await Reviewing.May(visitor.User, db, ct) ? await db.Submissions.SingleOrDefaultAsync(s => s.Id == id && s.DecidedAt == null, ct) : null;

    static Errors Gone(Lang l)
    {
        var errors = new Errors();
        errors.Add("", l.Say("Cet envoi n’attend plus : quelqu’un l’a déjà lu", "This submission does not wait any more: somebody read it already"));
        return errors;
    }

    static async Task<IResult> Page(Lang l, Guid? id, AcceptForm form, Errors errors, AdsDb db, Visitor visitor, CancellationToken ct)
    {
        if (!await Reviewing.May(visitor.User, db, ct))
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        var waiting = db.Submissions.AsNoTracking().Where(s => s.DecidedAt == null);
        var asked = id is null ? null : await waiting.SingleOrDefaultAsync(s => s.Id == id, ct);
        var shown = asked ?? await waiting.OrderBy(s => s.At).ThenBy(s => s.Id).FirstOrDefaultAsync(ct);
        var others = await waiting.OrderBy(s => s.At).ThenBy(s => s.Id).Take(Listed).Select(s => new WaitingLine(s.Id, s.At, s.PageName)).ToListAsync(ct);
        return Html.Form<SubmissionsPage, SubmissionsModel>(new(l, shown, await waiting.CountAsync(ct), others, asked is null ? new() : form, errors), errors);
    }
}

/// <summary>What the reviewer corrects before the ad is shown, or why it is refused.</summary>
public sealed record AcceptForm
{
    public string? PageName { get; init; }
    public string? Payer { get; init; }
    public string? Text { get; init; }
    public string? PictureText { get; init; }
    public string? Country { get; init; }
    public string? Reason { get; init; }

    internal (AdRecord? Record, Law.Words? Fault) Record(Submission submission)
    {
        var (record, fault) = AdRecord.Read(AdSource.Submission, new()
        {
            Id = submission.Id.ToString("N"), PublicUrl = submission.LibraryUrl, PageName = PageName ?? submission.PageName, Payer = Payer ?? submission.Payer, Text = Text ?? submission.Text,
            Media = submission.PictureId is null ? null : "image",
        }, Readings.Country(Country) ?? "FR");
        return (record is null ? null : record with { PictureId = submission.PictureId, SeenOn = submission.SeenOn }, fault);
    }
}

public sealed record WaitingLine(Guid Id, DateTimeOffset At, string? PageName);

/// <param name="Shown">The one that is read now; null when nothing waits.</param>
public sealed record SubmissionsModel(Lang L, Submission? Shown, int Waiting, IReadOnlyList<WaitingLine> Others, AcceptForm Form, Errors Errors);
