using Beffroi.Eva.Norming;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.NormsPlan;

/// <summary>The sample that a norm needs, decided by a new version each time.</summary>
public static class EditPlan
{
    public static void Map(IEndpointRouteBuilder norms)
    {
        norms.MapGet("/plan", async (EvaDb db, Visitor visitor, IStructures structures, CancellationToken ct) => await View(null, new(), db, visitor, structures, ct)).For(Role.Superadmin);
        norms.MapPost("/plan", Decide).Does("norme.planifier").For(Role.Superadmin);
    }

    static async Task<IResult> Decide([FromForm] PlanForm form, EvaDb db, Visitor visitor, IStructures structures, TimeProvider clock, CancellationToken ct)
    {
        var errors = new Errors();
        var strata = SamplingPlan.Read(form.Strata, errors);
        var note = string.Concat((form.Note ?? "").Where(c => !char.IsControl(c) || c is '\n')).Trim();
        if (note.Length is 0 or > SamplingPlan.NoteMaxLength)
        {
            errors.Add("Note", note.Length == 0 ? "Dites en quelques mots d’où vient ce plan" : $"La note a {SamplingPlan.NoteMaxLength} caractères au plus");
        }

        if (strata is null || errors.Any)
        {
            return await View(form, errors, db, visitor, structures, ct);
        }

        var now = clock.GetUtcNow();
        db.Add(new SamplingPlan
        {
            Id = Guid.CreateVersion7(now),
            Number = (await db.SamplingPlans.MaxAsync(p => (int?)p.Number, ct) ?? 0) + 1,
            AuthorId = visitor.SignedIn.Id,
            At = now,
            Note = note,
            StrataText = SamplingPlan.Text(strata),
        });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            errors.Add("Note", "Quelqu’un vient de décider d’un autre plan : relisez-le, puis recommencez");
            return await View(form, errors, db, visitor, structures, ct);
        }

        return TypedResults.LocalRedirect("~/eva/normes/plan");
    }

    static async Task<IResult> View(PlanForm? form, Errors errors, EvaDb db, Visitor visitor, IStructures structures, CancellationToken ct)
    {
        var plans = await db.SamplingPlans.AsNoTracking().VisibleTo(visitor.SignedIn).OrderByDescending(p => p.Number).Take(10).ToListAsync(ct);
        var people = await structures.People([.. plans.Select(p => p.AuthorId).Distinct()], ct);
        return Html.Form<EditPlanPage, EditPlanModel>(
            new()
            {
                Plans = [.. plans.Select(p => (p, people.GetValueOrDefault(p.AuthorId, "Compte supprimé")))],
                Form = form ?? new(string.Join('\n', plans.FirstOrDefault()?.Strata.Select(SamplingPlan.Line) ?? []), null),
                Places = await NormPlaces.Of(db, structures, ct),
                Errors = errors,
            },
            errors);
    }
}

public sealed record PlanForm(string? Strata, string? Note);

public sealed record EditPlanModel
{
    /// <summary>The last ones, newest first.</summary>
    public required IReadOnlyList<(SamplingPlan Plan, string Author)> Plans { get; init; }
    public required PlanForm Form { get; init; }
    public required NormPlaces Places { get; init; }
    public required Errors Errors { get; init; }
}
