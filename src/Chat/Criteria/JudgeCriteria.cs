using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Chat.Criteria;

/// <summary>The criteria of a case: what each organisation concludes, how sure it is and why; one's own word on each.</summary>
public static class JudgeCriteria
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(CasePart.Criteria.Pattern(l), Show).ForSeated().Does("discussion.lire");
            app.MapGet(CasePart.Criteria.Pattern(l) + "/{key}", ShowOne).ForSeated().Does("discussion.lire");
            app.MapPost(CasePart.Criteria.Pattern(l) + "/{key}", Judge).Does("discussion.juger").ForSeated();
        }
    }

    static async Task<IResult> Show(Guid id, HttpRequest request, CaseDesk desk, CancellationToken ct) =>
        await desk.Open(id, Langs.Of(request), ct) is { } s ? Html.View<CriteriaPage, CriteriaModel>(new(s)) : TypedResults.NotFound();

    static async Task<IResult> ShowOne(Guid id, string key, HttpRequest request, CaseDesk desk, CancellationToken ct) =>
        await desk.Open(id, Langs.Of(request), ct) is { } s && Known(s, key) is { } line ? Page(s, line, Typed.Nothing, new()) : TypedResults.NotFound();

    static async Task<IResult> Judge(Guid id, string key, [FromForm] IFormCollection? typed, HttpRequest request, CaseDesk desk, CancellationToken ct)
    {
        if (await desk.Open(id, Langs.Of(request), ct) is not { } s || Known(s, key) is not { } line)
        {
            return TypedResults.NotFound();
        }

        var (form, errors) = (new Typed(typed), new Errors());
        var stand = form.Choice<Stand>("Stand", errors, s.L);
        var fact = new CriterionAssessed { Criterion = key, Stand = stand, Confidence = stand is Stand.Unknown ? null : form.Choice<Estimate>("Confidence"), Why = form["Why"], Shown = form.Ids("Shown") };
        return !errors.Any && await desk.Write(s, form, errors, [fact], ct) is not null
            ? TypedResults.LocalRedirect(CasePart.Criteria.Address(s.L, id) + "#c-" + key)
            : Page(s, line, form, errors);
    }

    static CriterionLine? Known(CaseScreen s, string key) =>
        s.Sheets().Reverse().SelectMany(f => f.Sheet.Lines).FirstOrDefault(l => string.Equals(l.Definition.Key, key, StringComparison.Ordinal));

    static IResult Page(CaseScreen s, CriterionLine line, Typed form, Errors errors) => Html.Form<CriterionPage, CriterionModel>(new(s, line, form, errors), errors);
}

public sealed record CriteriaModel(CaseScreen S);

public sealed record CriterionModel(CaseScreen S, CriterionLine Line, Typed Form, Errors Errors);
