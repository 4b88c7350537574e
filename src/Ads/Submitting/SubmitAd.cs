using System.Security.Cryptography;
using Beffroi.Ads.Pictures;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Submitting;

/// <summary>A citizen sends an ad that they saw, by its address or a screenshot: no account, and nothing is public before somebody reads it.</summary>
public static class SubmitAd
{
    const int Rest = 256 * 1024;

    /// <summary>Pictures are cleaned one at a time: whoever sends many keeps one processor busy at most.</summary>
    static readonly SemaphoreSlim OneCleaning = new(1);

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Submit(l), (HttpRequest request, SubmissionDoor door) => Page(Langs.Of(request), new(), new(), sent: false, door)).ForEveryone().WhileRecorded(AdsAssessment.Template);
            app.MapPost(Addresses.Submit(l), Submit).Does("annonces.envoyer").ForEveryone().RequireRateLimiting(SubmissionDoor.Policy).WhileRecorded(AdsAssessment.Template)
                .WithMetadata(new RequestSizeLimitAttribute(CleanPicture.MostBytes + Rest)).WithFormOptions(multipartBodyLengthLimit: CleanPicture.MostBytes + Rest);
        }
    }

    static async Task<IResult> Submit([FromForm] IFormCollection? typed, HttpContext http, SubmissionDoor door, AdsDb db, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var (l, form, errors) = (Langs.Of(http.Request), SubmitForm.Typed(typed), new Errors());
        // Somebody signed in sends like anybody.
        actor.Who = "anonyme";
        var file = typed?.Files.GetFile("Picture") is { Length: > 0 } sent ? sent : null;
        // What is to be corrected is told before a submission of the hour is spent; a picture costs, and is opened after.
        if (form.Read(Guid.Empty, file is not null, clock.GetUtcNow(), l, errors) is null)
        {
            return Page(l, form, errors, sent: false, door);
        }

        var (id, refusal) = await door.Read(typed?[SubmissionDoor.Trap], form.Opened, http, db, ct);
        if (refusal is not null)
        {
            errors.Add("", refusal.In(l));
            return Page(l, form, errors, sent: false, door);
        }

        var clean = await Picture(file, errors, l, ct);
        if (errors.Any)
        {
            return Page(l, form, errors, sent: false, door);
        }

        var submission = form.Read(id, clean is not null, clock.GetUtcNow(), l, errors)!;
        submission.PictureId = clean is null ? null : await Keep(clean, db, clock, ct);
        db.Add(submission);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (!await db.Submissions.AnyAsync(s => s.Id == id, ct))
            {
                throw;
            }

            // Pressed twice: it arrived once.
        }

        return Page(l, new(), new(), sent: true, door);
    }

    static async Task<CleanPicture?> Picture(IFormFile? file, Errors errors, Lang l, CancellationToken ct)
    {
        if (file is null)
        {
            return null;
        }

        var bytes = new byte[Math.Min(file.Length, CleanPicture.MostBytes + 1)];
        await using (var stream = file.OpenReadStream())
        {
            await stream.ReadExactlyAsync(bytes, ct);
        }

        await OneCleaning.WaitAsync(ct);
        try
        {
            var (picture, fault) = CleanPicture.Read(bytes);
            if (fault is not null)
            {
                errors.Add("Picture", fault.In(l));
            }

            return picture;
        }
        finally
        {
            OneCleaning.Release();
        }
    }

    // The same picture sent twice is kept once.
    static async Task<Guid> Keep(CleanPicture clean, AdsDb db, TimeProvider clock, CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(clean.Bytes));
        if (await db.Pictures.Where(p => p.Sha256 == hash).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct) is { } known)
        {
            return known;
        }

        var picture = new AdPicture { Id = Guid.CreateVersion7(clock.GetUtcNow()), MediaType = clean.MediaType, Bytes = clean.Bytes, Sha256 = hash, Width = clean.Width, Height = clean.Height };
        db.Add(picture);
        return picture.Id;
    }

    static IResult Page(Lang l, SubmitForm form, Errors errors, bool sent, SubmissionDoor door) => Html.Form<SubmitPage, SubmitModel>(new(l, form, errors, sent, door.Stamp()), errors);
}

public sealed record SubmitModel(Lang L, SubmitForm Form, Errors Errors, bool Sent, string Stamp);
