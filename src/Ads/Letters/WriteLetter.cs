using System.Globalization;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Letters;

/// <summary>One letter about an ad: drafted in one action, corrected, printed; a person sends it and says so, then follows its receipt and its answer.</summary>
public static class WriteLetter
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapPost(Addresses.Experts(l) + "/{id:guid}" + l.Say("/courrier", "/letter"), Draft).Does("annonces.preparer-courrier").ForReviewers();
            var path = Addresses.Notices(l) + "/{id:guid}";
            app.MapGet(path, Show).ForReviewers();
            app.MapPost(path, Save).Does("annonces.corriger-courrier").ForReviewers();
            app.MapPost(path + l.Say("/envoye", "/sent"), Sent).Does("annonces.courrier-envoye").ForReviewers();
            app.MapPost(path + l.Say("/suite", "/follow-up"), Follow).Does("annonces.suivre-courrier").ForReviewers();
        }
    }

    static async Task<IResult> Draft(Guid id, [FromForm] IFormCollection? form, HttpRequest request, AdsDb db, AdFiles files, Publication publication, IStructures people, Visitor visitor, CancellationToken ct)
    {
        var (l, user) = (Langs.Of(request), visitor.SignedIn);
        if (!Enum.GetNames<NoticeKind>().Contains(form?["Kind"].ToString(), StringComparer.Ordinal))
        {
            return TypedResults.BadRequest();
        }

        if (await files.Of(id, ct) is not { } file)
        {
            return TypedResults.NotFound();
        }

        var kind = Enum.Parse<NoticeKind>(form!["Kind"].ToString());
        // What is not shown yet leaves under the name of its author only, when they write.
        var decided = await publication.Current.AsNoTracking().Where(r => r.AdId == id && (publication.Shown.Any(s => s.Id == r.Id) || (r.By == user.Id && r.TextHash == file.Ad.LastingHash))).ToListAsync(ct);
        var names = await publication.Names(decided.ConvertAll(r => r.By), ct);
        var email = (await people.Emails([user.Id], ct)).GetValueOrDefault(user.Id);
        var letter = new Notice
        {
            Id = Guid.CreateVersion7(publication.Now), AdId = id, Kind = kind, By = user.Id, At = publication.Now,
            To = LetterText.To(kind, file.Ad, l),
            Text = LetterText.Of(kind, file, decided.ConvertAll(r => (r, names.GetValueOrDefault(r.By) ?? user.Name)), new(user.Name, email), request.Root(), publication.Now, l),
        };
        db.Add(letter);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Notice(l, letter.Id));
    }

    static async Task<IResult> Show(Guid id, HttpRequest request, AdsDb db, Publication publication, CancellationToken ct) =>
        await db.Notices.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, ct) is { } letter ? await View(letter, new(), Langs.Of(request), db, publication, ct) : TypedResults.NotFound();

    static async Task<IResult> Save(Guid id, [FromForm] IFormCollection? form, HttpRequest request, AdsDb db, Publication publication, CancellationToken ct)
    {
        var (l, errors) = (Langs.Of(request), new Errors());
        if (await db.Notices.SingleOrDefaultAsync(n => n.Id == id, ct) is not { } letter)
        {
            return TypedResults.NotFound();
        }

        if (letter.SentAt is not null)
        {
            errors.Add("Text", l.Say("Ce courrier est parti : son texte ne change plus", "This letter has left: its text changes no more"));
            return await View(letter, errors, l, db, publication, ct);
        }

        (letter.To, letter.Text) = ((form?["To"].ToString() ?? "").Trim(), (form?["Text"].ToString() ?? "").ReplaceLineEndings("\n").Trim());
        if (letter.To.Length is 0 or > Ad.NameMaxLength || letter.To.Any(char.IsControl))
        {
            errors.Add("To", l.Say($"Dites à qui, en {Ad.NameMaxLength} caractères au plus", $"Say to whom, in {Ad.NameMaxLength} characters at most"));
        }

        if (letter.Text.Length is 0 or > Notice.TextMaxLength)
        {
            errors.Add("Text", l.Say($"Écrivez un texte de {Notice.TextMaxLength} caractères au plus", $"Write a text of {Notice.TextMaxLength} characters at most"));
        }

        return errors.Any ? await View(letter, errors, l, db, publication, ct) : await Kept(letter, l, db, ct);
    }

    /// <summary>A person sent it: nothing leaves from here.</summary>
    static async Task<IResult> Sent(Guid id, [FromForm] IFormCollection? form, HttpRequest request, AdsDb db, Publication publication, Visitor visitor, CancellationToken ct)
    {
        var (l, errors) = (Langs.Of(request), new Errors());
        if (await db.Notices.SingleOrDefaultAsync(n => n.Id == id, ct) is not { } letter)
        {
            return TypedResults.NotFound();
        }

        var today = Today(publication.Now);
        var due = Day(form, "DueOn", today.AddDays(publication.Settings.NoticeDays), errors, l);
        if (!errors.Any && due < today)
        {
            errors.Add("DueOn", l.Say("Choisissez un jour à venir", "Choose a day to come"));
        }

        if (errors.Any)
        {
            return await View(letter, errors, l, db, publication, ct);
        }

        if (letter.SentAt is null)
        {
            (letter.SentAt, letter.SentBy, letter.DueOn) = (publication.Now, visitor.SignedIn.Id, due);
        }

        return await Kept(letter, l, db, ct);
    }

    static async Task<IResult> Follow(Guid id, [FromForm] IFormCollection? form, HttpRequest request, AdsDb db, Publication publication, CancellationToken ct)
    {
        var (l, errors) = (Langs.Of(request), new Errors());
        if (await db.Notices.SingleOrDefaultAsync(n => n.Id == id && n.SentAt != null, ct) is not { } letter)
        {
            return TypedResults.NotFound();
        }

        var (note, due) = ((form?["AnswerNote"].ToString() ?? "").ReplaceLineEndings("\n").Trim(), Day(form, "DueOn", letter.DueOn ?? Today(publication.Now), errors, l));
        if (note.Length > Notice.NoteMaxLength)
        {
            errors.Add("AnswerNote", l.Say($"{Notice.NoteMaxLength} caractères au plus", $"{Notice.NoteMaxLength} characters at most"));
        }

        if (errors.Any)
        {
            return await View(letter, errors, l, db, publication, ct);
        }

        letter.DueOn = due;
        letter.ReceiptAt = Ticked(form, "Receipt") ? letter.ReceiptAt ?? publication.Now : null;
        letter.AnsweredAt = Ticked(form, "Answered") ? letter.AnsweredAt ?? publication.Now : null;
        letter.AnswerNote = note.Length == 0 ? null : note;
        return await Kept(letter, l, db, ct);
    }

    static async Task<IResult> Kept(Notice letter, Lang l, AdsDb db, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Notice(l, letter.Id));
    }

    static bool Ticked(IFormCollection? form, string name) => string.Equals(form?[name].ToString(), "true", StringComparison.Ordinal);

    static DateOnly Day(IFormCollection? form, string name, DateOnly otherwise, Errors errors, Lang l)
    {
        var typed = form?[name].ToString() ?? "";
        if (typed.Length == 0 || DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return typed.Length == 0 ? otherwise : DateOnly.ParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        errors.Add(name, l.Say("Écrivez le jour comme 2027-04-18", "Write the day as 2027-04-18"));
        return otherwise;
    }

    static DateOnly Today(DateTimeOffset now) => DateOnly.ParseExact(French.IsoDay(now), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    static async Task<IResult> View(Notice letter, Errors errors, Lang l, AdsDb db, Publication publication, CancellationToken ct)
    {
        var page = await db.Ads.Where(a => a.Id == letter.AdId).Select(a => a.PageName).SingleAsync(ct);
        return Html.Form<WriteLetterPage, WriteLetterModel>(new(l, letter, page, Today(publication.Now), publication.Settings.NoticeDays, errors), errors);
    }
}

public sealed record WriteLetterModel(Lang L, Notice Letter, string PageName, DateOnly Today, int NoticeDays, Errors Errors);
