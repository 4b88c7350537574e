using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Impact;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Incubator.Measuring;

/// <summary>Writes a measure that the site cannot count, with where it was read. The same month again is a correction: the first stays to be seen.</summary>
public static class WriteMeasure
{
    const string Route = "/incubateur/indicateurs/{id:guid}/mesurer";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Show).For();
        app.MapPost(Route, Write).Does("incubateur.mesurer").For();
    }

    static async Task<IResult> Show(Guid id, IncubatorDb db, Visitor visitor, CancellationToken ct) =>
        await db.ToWrite(id, visitor.SignedIn, ct) is var (startup, followed) ? View(startup, followed, new(), new()) : TypedResults.NotFound();

    static async Task<IResult> Write(Guid id, [FromForm] MeasureForm? form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await db.ToWrite(id, visitor.SignedIn, ct) is not var (startup, followed))
        {
            return TypedResults.NotFound();
        }

        var (errors, typed, author) = (new Errors(), form ?? new(), new Author(visitor.SignedIn.Id, clock.GetUtcNow()));
        if (typed.Read(followed.Current, clock.Today(), author, errors) is not { } measure)
        {
            return View(startup, followed, typed, errors);
        }

        db.Add(measure);
        await db.KeepAct(startup.Id, author, "incubateur.mesurer", null, $"{followed.Current.Label}, {French.Month(measure.Month)}\u00A0: {ImpactWords.Say(measure.Value, followed.Current.Unit)}, nombre compté {French.Number(measure.N)}", ct);
        return TypedResults.LocalRedirect(Addresses.Indicator(id));
    }

    static IResult View(Startup startup, Followed followed, MeasureForm typed, Errors errors) => Html.Form<WriteMeasurePage, WriteMeasureModel>(new(startup.Slug, followed, typed, errors), errors);
}

public sealed record WriteMeasureModel(string Slug, Followed Followed, MeasureForm Typed, Errors Errors);
