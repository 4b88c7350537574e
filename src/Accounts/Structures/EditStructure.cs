using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Structures;

/// <summary>Correct a structure, or move it in the tree with all that lies below.</summary>
public static class EditStructure
{
    const string Path = "/structures/{id:guid}/modifier";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Show).For(Role.Superadmin);
        app.MapPost(Path, Submit).Does("structure.modifier").For(Role.Superadmin);
    }

    static async Task<IResult> Show(Guid id, AccountsDb db, CancellationToken ct) =>
        await db.Structures.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) is { } structure
            ? await View(id, PlacedStructureForm.Of(structure), db, new(), ct)
            : TypedResults.NotFound();

    static async Task<IResult> Submit(Guid id, [FromForm] PlacedStructureForm? form, AccountsDb db, CancellationToken ct)
    {
        form ??= new();
        if (await db.Structures.SingleOrDefaultAsync(s => s.Id == id, ct) is not { } structure)
        {
            return TypedResults.NotFound();
        }

        var errors = new Errors();
        var details = StructureDetails.Read(form.Structure(), errors);
        var parent = await StructurePlace.Read(form.Parent, db, errors, ct);
        var below = await db.Structures.Where(s => s.Path.StartsWith(structure.Path) && s.Id != id).ToListAsync(ct);
        if (parent is not null && structure.ObjectionTo(parent, below) is { } objection)
        {
            errors.Add(nameof(form.Parent), objection);
        }

        if (details?.Kind == StructureKind.Locale && below.Count > 0)
        {
            errors.Add(nameof(form.Kind), "Des structures sont rattachées à celle-ci : elle reste administrative");
        }

        if (details?.Siret is { } siret && await db.Structures.AnyAsync(s => s.Siret == siret.Digits && s.Id != id, ct))
        {
            errors.Add(nameof(form.Siret), "Une structure a déjà ce numéro");
        }

        if (details is null || errors.Any)
        {
            return await View(id, form, db, errors, ct);
        }

        structure.Describe(details);
        if (structure.ParentId != parent?.Id)
        {
            structure.MoveUnder(parent, below);
        }

        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect($"/structures/{id}");
    }

    static async Task<IResult> View(Guid id, PlacedStructureForm form, AccountsDb db, Errors errors, CancellationToken ct)
    {
        var parents = (await StructurePlace.Choices(db, ct)).Where(c => !string.Equals(c.Value, id.ToString(), StringComparison.Ordinal));
        return Html.Form<PlacedStructurePage, PlacedStructureModel>(new(id, form, [.. parents], errors), errors);
    }
}
