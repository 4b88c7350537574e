using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Impact;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Incubator.Correcting;

/// <summary>Puts right a typing mistake in the words of an indicator: its meaning, its measures and its goals stay, and so do the words before. A file that was locked keeps its own.</summary>
public static class CorrectWords
{
    const string Route = "/incubateur/indicateurs/{id:guid}/corriger";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Show).For();
        app.MapPost(Route, Correct).Does("incubateur.corriger-indicateur").For();
    }

    static async Task<IResult> Show(Guid id, IncubatorDb db, Visitor visitor, CancellationToken ct) =>
        await db.ToWrite(id, visitor.SignedIn, ct) is var (startup, followed) ? View(startup, followed, WordsForm.Of(followed.Current), new()) : TypedResults.NotFound();

    static async Task<IResult> Correct(Guid id, [FromForm] WordsForm? form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await db.ToWrite(id, visitor.SignedIn, ct) is not var (startup, followed))
        {
            return TypedResults.NotFound();
        }

        var (errors, typed, author) = (new Errors(), form ?? new(), new Author(visitor.SignedIn.Id, clock.GetUtcNow()));
        if (typed.Read(followed.Current, author, errors) is not { } wording)
        {
            return View(startup, followed, typed, errors);
        }

        db.Add(wording);
        await db.KeepAct(startup.Id, author, "incubateur.corriger-indicateur", $"{followed.Current.Label}\u00A0: {followed.Current.Formula} ({followed.Current.Source})", $"{wording.Label}\u00A0: {wording.Formula} ({wording.Source})", ct, wording.Reason);
        return TypedResults.LocalRedirect(Addresses.Indicator(id));
    }

    static IResult View(Startup startup, Followed followed, WordsForm typed, Errors errors) => Html.Form<CorrectWordsPage, CorrectWordsModel>(new(startup.Slug, followed, typed, errors), errors);
}

public sealed record WordsForm
{
    public string? Label { get; init; }
    public string? Formula { get; init; }
    public string? Source { get; init; }
    public string? Reason { get; init; }

    public static WordsForm Of(Definition d) => new() { Label = d.Label, Formula = d.Formula, Source = d.Source };

    public Wording? Read(Definition current, Author author, Errors errors)
    {
        var label = Typed.Text(Label, nameof(Label), Definition.LabelMaxLength, "Écrivez ce que l’indicateur mesure", errors);
        var formula = Typed.Text(Formula, nameof(Formula), Definition.TextMaxLength, "Écrivez comment il se calcule", errors);
        var source = Typed.Text(Source, nameof(Source), Definition.TextMaxLength, "Écrivez d’où viennent les chiffres", errors);
        var reason = Typed.Text(Reason, nameof(Reason), Wording.ReasonMaxLength, "Écrivez ce que vous corrigez", errors);
        if ((label, formula, source) == (current.Label, current.Formula, current.Source))
        {
            errors.Add(nameof(Label), "Rien n’a changé");
        }

        return errors.Any ? null : new() { Id = Guid.CreateVersion7(author.At), IndicatorId = current.IndicatorId, DefinitionId = current.Id, Label = label, Formula = formula, Source = source, Reason = reason, By = author.Id, At = author.At };
    }
}

public sealed record CorrectWordsModel(string Slug, Followed Followed, WordsForm Typed, Errors Errors);
