using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Structures;

public static class AddStructure
{
    const string Path = "/structures/nouvelle";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (AccountsDb db, CancellationToken ct) => View(new(), db, new(), ct)).For(Role.Superadmin);
        app.MapPost(Path, Submit).Does("structure.ajouter").For(Role.Superadmin);
    }

    static async Task<IResult> Submit([FromForm] PlacedStructureForm? form, AccountsDb db, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var errors = new Errors();
        var details = StructureDetails.Read(form.Structure(), errors);
        var parent = await StructurePlace.Read(form.Parent, db, errors, ct);
        if (parent is not null && Structure.ObjectionAsParent(parent) is { } objection)
        {
            errors.Add(nameof(form.Parent), objection);
        }

        if (details?.Siret is { } siret && await db.Structures.AnyAsync(s => s.Siret == siret.Digits, ct))
        {
            errors.Add(nameof(form.Siret), "Une structure a déjà ce numéro");
        }

        if (details is null || errors.Any)
        {
            return await View(form, db, errors, ct);
        }

        var structure = Structure.Open(details, parent, clock.GetUtcNow());
        db.Structures.Add(structure);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect($"/structures/{structure.Id}");
    }

    static async Task<IResult> View(PlacedStructureForm form, AccountsDb db, Errors errors, CancellationToken ct) =>
        Html.Form<PlacedStructurePage, PlacedStructureModel>(new(null, form, await StructurePlace.Choices(db, ct), errors), errors);
}
