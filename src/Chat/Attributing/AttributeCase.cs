using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Chat.Attributing;

/// <summary>Who is behind it: said with its other explanations, and standing only once a second analyst has signed.</summary>
public static class AttributeCase
{
    /// <summary>Fields of the form.</summary>
    public const int Alternatives = 3;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(CasePart.Attribution.Pattern(l), Show).ForSeated().Does("discussion.lire");
            app.MapPost(CasePart.Attribution.Pattern(l), Write).Does("discussion.attribuer").ForSeated();
        }
    }

    static async Task<IResult> Show(Guid id, HttpRequest request, CaseDesk desk, CancellationToken ct) =>
        await desk.Open(id, Langs.Of(request), ct) is { } s ? Page(s, Typed.Nothing, new()) : TypedResults.NotFound();

    static async Task<IResult> Write(Guid id, [FromForm] IFormCollection? typed, HttpRequest request, CaseDesk desk, CancellationToken ct)
    {
        if (await desk.Open(id, Langs.Of(request), ct) is not { } s)
        {
            return TypedResults.NotFound();
        }

        var (form, errors) = (new Typed(typed), new Errors());
        CaseFact fact = form.Id("Attribution") is { } backed
            ? new AttributionBacked { Attribution = backed, Why = form[WhyOf(backed)] }
            : new AttributionProposed
            {
                Actor = form["Actor"],
                Country = form.Or("Country")?.ToUpperInvariant(),
                Confidence = form.Choice<Estimate>("Confidence", errors, s.L),
                Why = form["Why"],
                Alternatives = Others(s, form, errors),
                Shown = form.Ids("Shown"),
            };
        if (errors.Any)
        {
            return Page(s, form, errors);
        }

        var (why, sign) = form.Id("Attribution") is { } target ? (WhyOf(target), SignedOf(target)) : ("Why", "Signed");
        // An attribution is signed: whoever writes it gives their name, even where their organisation masks it elsewhere.
        var signed = string.Equals(form[sign], "true", StringComparison.Ordinal);
        if (!signed && s.Seat.IsMasked)
        {
            errors.Add(sign, s.Say("Votre organisation masque ses analystes. Une attribution se signe : acceptez que votre nom soit lu avec elle.", "Your organisation masks its analysts. An attribution is signed: accept that your name is read with it."));
            return Page(s, form, errors);
        }

        var draft = new CaseDraft { Id = desk.IdOf(s, form, fact, 0), Author = s.Seat.Author with { Masked = false }, Marking = LineMarking.Read(form["Marking"], s.Marking, s.Seat), Fact = fact };
        var told = new Errors();
        if (await desk.Write(s, told, [draft], ct) is not null)
        {
            return TypedResults.LocalRedirect(CasePart.Attribution.Address(s.L, id));
        }

        foreach (var (field, message) in told.All)
        {
            errors.Add(string.Equals(field, "Why", StringComparison.Ordinal) ? why : field, message);
        }

        return Page(s, form, errors);
    }

    /// <summary>Several attributions may be backed on one page: each has fields of its own.</summary>
    public static string WhyOf(Guid attribution) => $"Why-{attribution}";

    public static string SignedOf(Guid attribution) => $"Signed-{attribution}";

    static List<Hypothesis> Others(CaseScreen s, Typed form, Errors errors)
    {
        var others = new List<Hypothesis>();
        for (var i = 0; i < Alternatives; i++)
        {
            var (text, why) = (form[$"Other{i}"], form[$"OtherWhy{i}"]);
            if (text.Length > 0 || why.Length > 0)
            {
                others.Add(new(text, why, form.Choice<Estimate>($"OtherChance{i}", errors, s.L)));
            }
        }

        return others;
    }

    static IResult Page(CaseScreen s, Typed form, Errors errors) => Html.Form<AttributionPage, AttributionModel>(new(s, form, errors), errors);
}

public sealed record AttributionModel(CaseScreen S, Typed Form, Errors Errors);
