using System.Security.Cryptography;
using System.Text;
using Beffroi.Ads.Law;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Judging;

/// <summary>A reviewer reads one ad at the light of each rule and decides, with a reason, under their name. A decision is never changed: a later one takes its place.</summary>
public static class JudgeAd
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            var path = Addresses.Experts(l) + "/{id:guid}";
            app.MapGet(path, Show).ForReviewers();
            app.MapPost(path, Decide).Does("annonces.relire").ForReviewers();
        }
    }

    static async Task<IResult> Show(Guid id, HttpRequest request, JudgingDesk desk, CancellationToken ct) =>
        await desk.Open(id, Langs.Of(request), ct) is { } sheet ? Html.View<JudgeAdPage, JudgeAdModel>(new() { Sheet = sheet, Typed = null, Errors = new() }) : TypedResults.NotFound();

    static async Task<IResult> Decide(Guid id, [FromForm] IFormCollection? typed, HttpRequest request, AdsDb db, JudgingDesk desk, Visitor visitor, Publication publication, CancellationToken ct)
    {
        var (l, errors, form) = (Langs.Of(request), new Errors(), DecisionForm.Read(typed));
        if (await desk.Open(id, l, ct) is not { } sheet)
        {
            return TypedResults.NotFound();
        }

        if (sheet.Rules.FirstOrDefault(r => string.Equals(r.Finding.Rule, form.Rule, StringComparison.Ordinal)) is not { } rule)
        {
            return TypedResults.BadRequest();
        }

        Check(rule, form, sheet, errors, l);
        if (errors.Any)
        {
            return Html.Form<JudgeAdPage, JudgeAdModel>(new() { Sheet = sheet, Typed = form, Errors = errors }, errors);
        }

        if (!string.Equals(form.Of, sheet.File.Ad.LastingHash, StringComparison.Ordinal))
        {
            return Late(errors, rule.Field("Reason"), l.Say("L’annonce vient de changer à sa source. Relisez-la ; votre texte est gardé ci-dessous.", "The ad has just changed at its source. Read it again; your text is kept below."), sheet, form);
        }

        // The page was opened on another decision than the last one: its author reads before deciding.
        if (string.Equals(rule.Current?.Id.ToString() ?? "", form.Seen, StringComparison.Ordinal))
        {
            db.Add(Written(rule, form, sheet, visitor.SignedIn.Id, publication));
            try
            {
                await db.SaveChangesAsync(ct);
                return TypedResults.LocalRedirect(Addresses.Review(l, id) + "#" + rule.Anchor);
            }
            catch (DbUpdateException)
            {
                // Somebody decided in the same instant.
                db.ChangeTracker.Clear();
                sheet = (await desk.Open(id, l, ct))!;
            }
        }

        return Late(errors, rule.Field("Reason"), l.Say("Quelqu’un vient de décider sur cette règle. Lisez sa décision ; votre texte est gardé ci-dessous.", "Somebody has just decided on this rule. Read their decision; your text is kept below."), sheet, form);
    }

    static IResult Late(Errors errors, string field, string why, JudgingSheet sheet, DecisionForm form)
    {
        errors.Add(field, why);
        return Html.View<JudgeAdPage, JudgeAdModel>(new() { Sheet = sheet, Typed = form, Errors = errors }, StatusCodes.Status409Conflict);
    }

    static void Check(RuleSheet rule, DecisionForm form, JudgingSheet sheet, Errors errors, Lang l)
    {
        if (form.Outcome is null)
        {
            errors.Add(rule.Field("Outcome"), l.Say("Choisissez une décision", "Choose a decision"));
        }

        if (form.Outcome is ReviewOutcome.Breach or ReviewOutcome.NoBreach && rule.Finding.Article.Version is null)
        {
            errors.Add(rule.Field("Outcome"), l.Say("Le texte de cette date n’a pas été lu à sa source : on ne peut pas encore trancher", "The text of that date has not been read at its source: nobody can decide yet"));
        }

        if (form.Reason.Length is < 20 or > Review.ReasonMaxLength)
        {
            errors.Add(rule.Field("Reason"), l.Say($"Dites pourquoi, en 20 à {Review.ReasonMaxLength} caractères : cette raison sera publiée", $"Say why, in 20 to {Review.ReasonMaxLength} characters: this reason will be published"));
        }

        if (sheet.MyName is null)
        {
            errors.Add(rule.Field("Outcome"), l.Say("Acceptez d’abord que votre nom soit publié, sur la page des annonces à relire", "First agree to be named, on the page of ads to review"));
        }
    }

    static Review Written(RuleSheet rule, DecisionForm form, JudgingSheet sheet, Guid by, Publication publication) => new()
    {
        Id = rule.Current is null ? First(sheet.File.Ad.Id, rule.Finding.Rule) : Guid.CreateVersion7(publication.Now),
        AdId = sheet.File.Ad.Id,
        Rule = rule.Finding.Rule,
        TextFrom = rule.Finding.Article.Version?.From,
        TextHash = sheet.File.Ad.LastingHash,
        Quotation = Publication.Quote(sheet.File.Ad.Text),
        Outcome = form.Outcome!.Value,
        Reason = form.Reason,
        Computed = rule.Finding.Recorded(),
        By = by,
        ByName = sheet.MyName!,
        At = publication.Now,
        ShownFrom = publication.Now + publication.Settings.ReplyDelay,
        Replaces = rule.Current?.Id,
    };

    // Of an ad and a rule there is one first decision: two at once have the same key, and the second is told.
    static Guid First(Guid ad, string rule) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{ad}/{rule}"))[..16]);
}

public sealed record DecisionForm
{
    public required string Rule { get; init; }

    /// <summary>The decision that was the last one when the page was shown; empty: there was none.</summary>
    public required string Seen { get; init; }

    /// <summary>What the ad said when the page was shown (<see cref="Ad.LastingHash"/>).</summary>
    public required string Of { get; init; }

    public required ReviewOutcome? Outcome { get; init; }
    public required string Reason { get; init; }

    /// <param name="form">Each rule has its own form: their fields do not bear the same names.</param>
    public static DecisionForm Read(IFormCollection? form)
    {
        var rule = form?["Rule"].ToString() ?? "";
        var outcome = form?[RuleSheet.Field("Outcome", rule)].ToString() ?? "";
        return new()
        {
            Rule = rule,
            Seen = form?["Seen"].ToString() ?? "",
            Of = form?["Of"].ToString() ?? "",
            Outcome = Enum.GetNames<ReviewOutcome>().Contains(outcome, StringComparer.Ordinal) ? Enum.Parse<ReviewOutcome>(outcome) : null,
            Reason = (form?[RuleSheet.Field("Reason", rule)].ToString() ?? "").ReplaceLineEndings("\n").Trim(),
        };
    }
}

public sealed record JudgeAdModel
{
    public required JudgingSheet Sheet { get; init; }
    public required DecisionForm? Typed { get; init; }

    /// <summary>What was typed of a fact and is to be corrected.</summary>
    public FactTyped? Fact { get; init; }

    public required Errors Errors { get; init; }

    /// <summary>Drawn just now, shown this once: whose invitation, and its secret address.</summary>
    public (Guid Review, string Address)? Secret { get; init; }

    public Lang L => Sheet.L;
}
