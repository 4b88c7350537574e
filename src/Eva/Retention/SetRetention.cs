using System.Globalization;
using Beffroi.Eva.FollowUp;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Retention;

/// <summary>An admin says how long the structure keeps what names people: as long as the site does, or less.</summary>
public static class SetRetention
{
    /// <summary>Value of the choice « as the site ».</summary>
    public const string Site = "site";

    public static void Map(IEndpointRouteBuilder eva)
    {
        eva.MapGet("/conservation", Show).For(Role.Admin);
        eva.MapPost("/conservation", Submit).Does("conservation.regler").For(Role.Admin);
    }

    static async Task<IResult> Show(Visitor visitor, EvaDb db, IStructures structures, RetentionSettings settings, CancellationToken ct) =>
        visitor.SignedIn.StructureId is { } structure ? await View(structure, null, new(), db, structures, settings, ct) : TypedResults.NotFound();

    static async Task<IResult> Submit([FromForm] RetentionForm? form, Visitor visitor, EvaDb db, IStructures structures, RetentionSettings settings, TimeProvider clock, CancellationToken ct)
    {
        if (visitor.SignedIn.StructureId is not { } structure)
        {
            return TypedResults.NotFound();
        }

        var (typed, errors) = (form?.Months, new Errors());
        int? months = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && RetentionRule.Choices.Contains(number) && number < settings.KeptMonths ? number : null;
        if (months is null && typed is not Site)
        {
            errors.Add(nameof(RetentionForm.Months), "Choisissez une durée");
            return await View(structure, typed, errors, db, structures, settings, ct);
        }

        var last = await Rules(db, structure).FirstOrDefaultAsync(ct);
        if (last?.Months != months)
        {
            var now = clock.GetUtcNow();
            db.Add(new RetentionRule { Id = Guid.CreateVersion7(now), StructureId = structure, Months = months, At = now, By = visitor.SignedIn.Id });
            await db.SaveChangesAsync(ct);
        }

        return TypedResults.LocalRedirect("~/eva/conservation");
    }

    static IQueryable<RetentionRule> Rules(EvaDb db, Guid structure) =>
        db.RetentionRules.AsNoTracking().Where(r => r.StructureId == structure).OrderByDescending(r => r.At).ThenByDescending(r => r.Id);

    static async Task<IResult> View(Guid structure, string? typed, Errors errors, EvaDb db, IStructures structures, RetentionSettings settings, CancellationToken ct)
    {
        var rules = await Rules(db, structure).ToListAsync(ct);
        return Html.Form<SetRetentionPage, SetRetentionModel>(new()
        {
            Structure = (await structures.Find([structure], ct)).GetValueOrDefault(structure)?.Name ?? "",
            Site = settings.KeptMonths,
            Rules = rules,
            Names = await structures.People([.. rules.Select(r => r.By).Distinct()], ct),
            Value = typed ?? (rules is [{ Months: { } months }, ..] ? months.ToString(CultureInfo.InvariantCulture) : Site),
            Errors = errors,
        }, errors);
    }
}

public sealed record RetentionForm
{
    public string? Months { get; init; }
}

public sealed record SetRetentionModel
{
    public required string Structure { get; init; }

    /// <summary>Months.</summary>
    public required int Site { get; init; }

    public required IReadOnlyList<RetentionRule> Rules { get; init; }
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }
    public required string Value { get; init; }
    public required Errors Errors { get; init; }
}
