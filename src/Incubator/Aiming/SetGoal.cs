using System.Globalization;
using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Impact;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Incubator.Aiming;

/// <summary>Sets what an indicator is to reach, and by when: results, and no deliverable (O11).</summary>
public static class SetGoal
{
    const string Route = "/incubateur/indicateurs/{id:guid}/objectif";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Show).For();
        app.MapPost(Route, Set).Does("incubateur.fixer-objectif").For();
    }

    static async Task<IResult> Show(Guid id, IncubatorDb db, Visitor visitor, CancellationToken ct) =>
        await db.ToWrite(id, visitor.SignedIn, ct) is var (startup, followed) ? View(startup, followed, new(), new()) : TypedResults.NotFound();

    static async Task<IResult> Set(Guid id, [FromForm] GoalForm? form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await db.ToWrite(id, visitor.SignedIn, ct) is not var (startup, followed))
        {
            return TypedResults.NotFound();
        }

        var (errors, typed, author) = (new Errors(), form ?? new(), new Author(visitor.SignedIn.Id, clock.GetUtcNow()));
        var target = ImpactNumber.Read(typed.Target, nameof(typed.Target), followed.Current.Unit, errors);
        var due = Typed.Day(typed.DueOn, nameof(typed.DueOn), "Écrivez pour quel jour", errors);
        if (due < clock.Today())
        {
            errors.Add(nameof(typed.DueOn), "Choisissez un jour à venir");
        }

        if (!string.Equals(typed.Version, followed.Current.Version.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
        {
            errors.Add(nameof(typed.Target), "La définition a changé entre-temps\u00A0: relisez-la d’abord");
        }

        if (errors.Any)
        {
            return View(startup, followed, typed, errors);
        }

        db.Add(new Goal { Id = Guid.CreateVersion7(author.At), IndicatorId = id, DefinitionId = followed.Current.Id, Target = target!.Value, DueOn = due!.Value, By = author.Id, At = author.At });
        await db.KeepAct(startup.Id, author, "incubateur.fixer-objectif", null, $"{followed.Current.Label}\u00A0: {ImpactWords.Say(target.Value, followed.Current.Unit)}, pour le {French.Day(due.Value)}", ct);
        return TypedResults.LocalRedirect(Addresses.Indicator(id));
    }

    static IResult View(Startup startup, Followed followed, GoalForm typed, Errors errors) => Html.Form<SetGoalPage, SetGoalModel>(new(startup.Slug, followed, typed, errors), errors);
}

public sealed record GoalForm
{
    public string? Target { get; init; }
    public string? DueOn { get; init; }

    /// <summary>The version of the definition that the page showed.</summary>
    public string? Version { get; init; }
}

public sealed record SetGoalModel(string Slug, Followed Followed, GoalForm Typed, Errors Errors);
