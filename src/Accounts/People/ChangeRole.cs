using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Accounts.People;

public static class ChangeRole
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/personnes/{id:guid}/role", Submit).Does("compte.role").For(Role.Superadmin, Role.Admin);

    static async Task<IResult> Submit(Guid id, [FromForm] ChangeRoleForm? form, AccountsDb db, Visitor visitor, CancellationToken ct)
    {
        form ??= new();
        if (await ShowPerson.Find(db, id, visitor.SignedIn, ct) is not { } account)
        {
            return TypedResults.NotFound();
        }

        var errors = new Errors();
        var others = account.StructureId is { } structure ? await db.OtherAdmins(structure, id, ct) : 0;
        if (RoleLabels.Read(form.Role) is not { } role)
        {
            errors.Add(nameof(form.Role), "Choisissez un rôle");
        }
        else if (TeamRules.ObjectionToRole(visitor.SignedIn, account, role, others) is { } objection)
        {
            errors.Add(nameof(form.Role), objection);
        }
        else
        {
            account.GiveRole(role);
            return await TeamSave.Save(account, db, visitor.SignedIn, ct);
        }

        return await ShowPerson.View(account, db, visitor.SignedIn, errors, ct);
    }
}

public sealed record ChangeRoleForm
{
    public string? Role { get; init; }
}
