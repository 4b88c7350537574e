using System.Text.RegularExpressions;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Accounts.Opinions;

/// <summary>« Je donne mon avis »: how it went, how clear it was, and words if one wants. Nothing says whose they are.</summary>
public static partial class GiveOpinion
{
    const string Path = "/avis";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (string? depuis, SiteIdentity site) => site.OpinionUrl is { } elsewhere ? TypedResults.Redirect(elsewhere) : View(new() { From = depuis }, new())).ForEveryone();
        app.MapPost(Path, Submit).Does("avis.donner").ForEveryone().RequireRateLimiting(TriesLimit.Policy);
        app.MapGet(Path + "/merci", () => Html.View<OpinionThanksPage, OpinionThanksModel>(new())).ForEveryone();
    }

    static async Task<IResult> Submit([FromForm] OpinionForm? form, AccountsDb db, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var errors = new Errors();
        var text = (form.Text ?? "").ReplaceLineEndings("\n").Trim();
        if (!Enum.GetNames<OpinionRating>().Contains(form.Rating, StringComparer.Ordinal))
        {
            errors.Add(nameof(form.Rating), "Choisissez une réponse");
        }

        if (text.Length > Opinion.TextMaxLength)
        {
            errors.Add(nameof(form.Text), $"Raccourcissez à {French.Number(Opinion.TextMaxLength)} caractères au plus");
        }

        if (errors.Any)
        {
            return View(form, errors);
        }

        // The log would otherwise say which account it was.
        actor.Who = "anonyme";
        db.Add(new Opinion
        {
            Id = Guid.NewGuid(),
            Day = DateOnly.ParseExact(French.IsoDay(clock.GetUtcNow()), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            Rating = Enum.Parse<OpinionRating>(form.Rating!),
            Clarity = form.Clarity is ['1' or '2' or '3' or '4' or '5'] ? form.Clarity[0] - '0' : null,
            Text = text.Length == 0 ? null : WithoutTraces(text),
            AfterPlaying = string.Equals(form.From, "fin", StringComparison.Ordinal),
        });
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect("/avis/merci");
    }

    // People write them although asked not to.
    static string WithoutTraces(string text) => Number().Replace(Email().Replace(text, "[adresse]"), "[numéro]");

    static IResult View(OpinionForm form, Errors errors) => Html.Form<GiveOpinionPage, GiveOpinionModel>(new(form, errors), errors);

    [GeneratedRegex(@"[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Email();

    /// <summary>Eight digits or more, as in a telephone number.</summary>
    [GeneratedRegex(@"\+?[0-9](?:[ .\-]?[0-9]){7,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}

public sealed record OpinionForm
{
    public string? Rating { get; init; }
    public string? Clarity { get; init; }
    public string? Text { get; init; }
    public string? From { get; init; }
}

public sealed record GiveOpinionModel(OpinionForm Form, Errors Errors);

public sealed record OpinionThanksModel;
