using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.MyAccount;

public static class ChangeName
{
    const string Path = "/compte/nom";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (Visitor visitor) => View(new() { Name = visitor.SignedIn.Name }, new())).ForAnySignedIn();
        app.MapPost(Path, Submit).Does("compte.nom").ForAnySignedIn();
    }

    static async Task<IResult> Submit([FromForm] ChangeNameForm? form, AccountsDb db, Visitor visitor, CancellationToken ct)
    {
        form ??= new();
        var errors = new Errors();
        if (PersonName.Read(form.Name, nameof(form.Name), errors) is not { } name)
        {
            return View(form, errors);
        }

        var account = await db.Users.SingleAsync(a => a.Id == visitor.SignedIn.Id, ct);
        account.Rename(name);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect("/compte?fait=nom");
    }

    static IResult View(ChangeNameForm form, Errors errors) => Html.Form<ChangeNamePage, ChangeNameModel>(new(form, errors), errors);
}

public sealed record ChangeNameForm
{
    public string? Name { get; init; }
}

public sealed record ChangeNameModel(ChangeNameForm Form, Errors Errors);
