using Beffroi.Dsfr;
using Beffroi.Incubator.Accessibility;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Promising;

/// <summary>Writes the plan of several years, or of one, that the declaration of accessibility shows while it runs.</summary>
public static class WritePlan
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Addresses.Plans, async (IncubatorDb db, CancellationToken ct) => await View(new(), new(), db, ct)).For(Role.Superadmin);
        app.MapPost(Addresses.Plans, Write).Does("incubateur.ecrire-plan").For(Role.Superadmin);
    }

    static async Task<IResult> Write([FromForm] PlanForm? form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var (errors, typed) = (new Errors(), form ?? new());
        if (typed.Read(visitor.SignedIn.Id, clock.GetUtcNow(), errors) is not { } plan)
        {
            return await View(typed, errors, db, ct);
        }

        db.Add(plan);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Plans);
    }

    static async Task<IResult> View(PlanForm typed, Errors errors, IncubatorDb db, CancellationToken ct) =>
        Html.Form<WritePlanPage, WritePlanModel>(new(typed, errors, await db.AccessibilityPlans.AsNoTracking().OrderByDescending(p => p.At).ToListAsync(ct)), errors);
}

public sealed record PlanForm
{
    public string? Kind { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }
    public string? Text { get; init; }

    public AccessibilityPlan? Read(Guid by, DateTimeOffset now, Errors errors)
    {
        var kind = Typed.Choice<PlanKind>(Kind, nameof(Kind), "Choisissez un plan", errors);
        var from = Typed.Day(From, nameof(From), "Écrivez son premier jour", errors);
        var to = Typed.Day(To, nameof(To), "Écrivez son dernier jour", errors);
        var text = Typed.Text(Text, nameof(Text), AccessibilityPlan.TextMaxLength, "Écrivez ce qui est prévu", errors);
        if (to < from)
        {
            errors.Add(nameof(To), "Le dernier jour vient après le premier");
        }

        if (kind is { } chosen && from is { } start && to >= start.AddYears(chosen.MostYears()))
        {
            errors.Add(nameof(To), $"{chosen.Label()} : {French.Count(chosen.MostYears(), "an", "ans")} au plus");
        }

        return errors.Any ? null : new() { Id = Guid.CreateVersion7(now), Kind = kind!.Value, From = from!.Value, To = to!.Value, Text = text.ReplaceLineEndings("\n"), By = by, At = now };
    }
}

public sealed record WritePlanModel(PlanForm Typed, Errors Errors, IReadOnlyList<AccessibilityPlan> Plans)
{
    public static readonly IReadOnlyList<Option> Kinds = [.. Enum.GetValues<PlanKind>().Select(k => new Option(k.ToString(), k.Label()))];
}
