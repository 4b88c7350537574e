using Beffroi.Eva.Norming;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.NormsCohort;

/// <summary>Looks at a cohort, and publishes it as a norm when its conditions are kept, or as a trial that says so.</summary>
public static class BuildNorm
{
    public const string Act = "norme.publier";
    public const string ExploratoryAct = "norme.publier_exploratoire";

    public static void Map(IEndpointRouteBuilder norms)
    {
        norms.MapGet("/cohorte", Show).For(Role.Superadmin);
        norms.MapPost("/cohorte", Publish).Does(Act).For(Role.Superadmin);
    }

    static async Task<IResult> Show([AsParameters] NormFilterForm form, EvaDb db, IStructures structures, CancellationToken ct) => await View(form, new(), new(), db, structures, ct);

    static async Task<IResult> Publish([AsParameters] NormFilterForm form, [FromForm] PublishForm wish, EvaDb db, IStructures structures, Visitor visitor, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var errors = new Errors();
        var filter = NormFilter.Read(form, errors);
        var note = string.Concat((wish.Note ?? "").Where(c => !char.IsControl(c) || c is '\n')).Trim();
        if (note.Length is 0 or > NormVersion.NoteMaxLength)
        {
            errors.Add("Note", note.Length == 0 ? "Dites en quelques mots à quoi sert cette norme" : $"La note a {NormVersion.NoteMaxLength} caractères au plus");
        }

        if (errors.Any || NormScope.Find(form.Echelle ?? NormScope.All[0].Name) is not { } scope)
        {
            return await View(form, wish, errors, db, structures, ct);
        }

        var cohort = await CohortReading.Of(db, scope, filter, structures, ct);
        if (cohort.IsMasked)
        {
            errors.Add("Note", $"Moins de {Cohort.Least} personnes : rien ne peut être publié");
            return await View(form, wish, errors, db, structures, ct);
        }

        var statistics = CohortStatistics.Of(cohort);
        var missed = PublishingGate.Of(scope, statistics, await SamplingOf.Coverage(db, cohort, structures, ct)).Where(g => !g.Kept).ToList();
        var exploratory = string.Equals(wish.Exploratory, "true", StringComparison.Ordinal);
        if (missed.Count > 0 && !exploratory)
        {
            errors.Add("Exploratory", $"{French.Count(missed.Count, "condition n’est pas remplie", "conditions ne sont pas remplies")} : cette norme ne peut être publiée qu’à titre exploratoire");
            return await View(form, wish, errors, db, structures, ct);
        }

        var now = clock.GetUtcNow();
        var norm = new NormVersion
        {
            Id = Guid.CreateVersion7(now),
            Scope = scope.Name,
            Number = (await db.NormVersions.Where(n => n.Scope == scope.Name).MaxAsync(n => (int?)n.Number, ct) ?? 0) + 1,
            AuthorId = visitor.SignedIn.Id,
            At = now,
            Note = note,
            IsExploratory = exploratory,
            Persons = statistics.Persons,
            FilterText = filter.ToJson(),
            StatisticsText = statistics.ToJson(),
            RestsOn = $"moteur {scope.Engine}, normes {Norms.Current.Beffroi.Version}, plan {((await SamplingOf.Plan(db, ct))?.Number is { } plan ? French.Number(plan) : "absent")}{(cohort.IsCut ? $", les {French.Number(CohortReading.MostPeople)} évaluations les plus récentes" : "")}",
            GatesMissed = string.Join(", ", missed.Select(g => g.Name)),
        };
        // The log tells the two acts apart.
        actor.Act = exploratory ? ExploratoryAct : Act;
        db.Add(norm);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            errors.Add("Note", "Une autre norme vient d’être publiée : relisez la cohorte, puis publiez");
            return await View(form, wish, errors, db, structures, ct);
        }

        return TypedResults.LocalRedirect($"~/eva/normes/{norm.Scope}/{norm.Number}");
    }

    static async Task<IResult> View(NormFilterForm form, PublishForm wish, Errors errors, EvaDb db, IStructures structures, CancellationToken ct)
    {
        var scope = NormScope.Find(form.Echelle ?? NormScope.All[0].Name);
        if (scope is null)
        {
            return TypedResults.NotFound();
        }

        var filter = NormFilter.Read(form, errors);
        var readable = errors["Du"] is null && errors["Au"] is null && errors["AgeDe"] is null && errors["AgeA"] is null;
        var cohort = readable ? await CohortReading.Of(db, scope, filter, structures, ct) : null;
        var statistics = cohort is { IsMasked: false } ? CohortStatistics.Of(cohort) : null;
        var coverage = cohort is null ? null : await SamplingOf.Coverage(db, cohort, structures, ct);
        return Html.Form<BuildNormPage, BuildNormModel>(
            new()
            {
                Scope = scope,
                Form = form,
                Wish = wish,
                Filter = filter,
                Cohort = cohort,
                Statistics = statistics,
                Coverage = coverage,
                Gates = statistics is null ? [] : PublishingGate.Of(scope, statistics, coverage),
                Places = await NormPlaces.Of(db, structures, ct),
                Errors = errors,
            },
            errors);
    }
}

/// <summary>The wish to publish, as its form sends it.</summary>
public sealed record PublishForm
{
    public string? Note { get; init; }

    /// <summary><c>true</c> to publish although conditions are not kept; nothing when the box is not ticked.</summary>
    public string? Exploratory { get; init; }
}

public sealed record BuildNormModel
{
    public required NormScope Scope { get; init; }
    public required NormFilterForm Form { get; init; }
    public required PublishForm Wish { get; init; }
    public required NormFilter Filter { get; init; }

    /// <summary>Null when the filter cannot be read.</summary>
    public required Cohort? Cohort { get; init; }

    /// <summary>Null when the cohort is masked.</summary>
    public required NormStatistics? Statistics { get; init; }

    /// <summary>Null while there is no sampling plan.</summary>
    public required SampleCoverage? Coverage { get; init; }
    public required IReadOnlyList<PublishingGate> Gates { get; init; }
    public required NormPlaces Places { get; init; }
    public required Errors Errors { get; init; }
}
