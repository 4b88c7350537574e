using System.Security.Cryptography;
using System.Text;
using Beffroi.Ads.Intake;
using Beffroi.Ads.Law;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Judging;

/// <summary>A reviewer establishes a fact that a rule misses, or takes it back, and says where it was read. The rules are read again with it.</summary>
public static class EstablishFact
{
    public const string Anchor = "faits";

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapPost(Addresses.Experts(l) + "/{id:guid}" + l.Say("/fait", "/fact"), Establish).Does("annonces.etablir").ForReviewers();
        }
    }

    /// <summary>Each question has its own form: their fields do not bear the same names.</summary>
    public static string Field(string name, FactKey key) => $"{name}-{key}";

    static async Task<IResult> Establish(Guid id, [FromForm] IFormCollection? typed, HttpRequest request, AdsDb db, JudgingDesk desk, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var (l, errors) = (Langs.Of(request), new Errors());
        if (await desk.Open(id, l, ct) is not { } sheet)
        {
            return TypedResults.NotFound();
        }

        if (typed is null || sheet.Facts.FirstOrDefault(f => string.Equals(f.Key.ToString(), typed["Key"], StringComparison.Ordinal)) is not { } question)
        {
            return TypedResults.BadRequest();
        }

        var key = question.Key;
        var back = typed["TakenBack"].ToString().Length > 0;
        var form = new FactTyped(key, [.. typed[Field("Value", key)]], CleanText.Lines(typed[Field("Because", key)]) ?? "");
        var value = back ? null : FactAnswers.Read(key, form.Values, question.Options);
        if (value is null && !back)
        {
            errors.Add(Field("Value", key), FactForms.Of(key) == FactForm.Country ? l.Say("Deux lettres : FR, DE, US…", "Two letters: FR, DE, US…") : l.Say("Donnez une réponse", "Give an answer"));
        }

        if (form.Because.Length is < EstablishedFact.BecauseMinLength or > EstablishedFact.BecauseMaxLength)
        {
            errors.Add(Field("Because", key), l.Say($"Dites où vous l’avez lu, en {EstablishedFact.BecauseMinLength} à {EstablishedFact.BecauseMaxLength} caractères", $"Say where you read it, in {EstablishedFact.BecauseMinLength} to {EstablishedFact.BecauseMaxLength} characters"));
        }

        if (errors.Any)
        {
            return Html.Form<JudgeAdPage, JudgeAdModel>(new() { Sheet = sheet, Typed = null, Fact = form, Errors = errors }, errors);
        }

        // The page was opened on another text of the ad, or on another answer: its author reads before answering.
        if (string.Equals(typed["Of"].ToString(), sheet.File.Ad.LastingHash, StringComparison.Ordinal) && string.Equals(typed["Seen"].ToString(), question.Current?.Id.ToString() ?? "", StringComparison.Ordinal))
        {
            var now = clock.GetUtcNow();
            db.Add(new EstablishedFact
            {
                Id = question.Current is null ? First(id, key) : Guid.CreateVersion7(now), AdId = id, Key = key, Value = value, Because = form.Because, TextHash = sheet.File.Ad.LastingHash,
                By = visitor.SignedIn.Id, At = now, Replaces = question.Current?.Id,
            });
            try
            {
                await db.SaveChangesAsync(ct);
                return TypedResults.LocalRedirect(Addresses.Review(l, id) + "#" + Anchor);
            }
            catch (DbUpdateException)
            {
                // Somebody answered in the same instant.
                db.ChangeTracker.Clear();
                sheet = (await desk.Open(id, l, ct))!;
            }
        }

        errors.Add(Field("Value", key), l.Say("L’annonce ou cette réponse vient de changer. Relisez ; ce que vous avez écrit est gardé.", "The ad or this answer has just changed. Read again; what you wrote is kept."));
        return Html.View<JudgeAdPage, JudgeAdModel>(new() { Sheet = sheet, Typed = null, Fact = form, Errors = errors }, StatusCodes.Status409Conflict);
    }

    // Of an ad and a question there is one first answer: two at once have the same key, and the second is told.
    static Guid First(Guid ad, FactKey key) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{ad}/{key}"))[..16]);
}

/// <summary>What was typed for one question, when it is to be corrected.</summary>
public sealed record FactTyped(FactKey Key, IReadOnlyList<string?> Values, string Because);
