using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Proving;

/// <summary>Shows once more that it is the owner of the account who is there, then goes on.</summary>
public static class ProveOwner
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(ProvedRoutes.Page, Show).ForAnySignedIn();
        app.MapPost(ProvedRoutes.Page, Submit).Does("compte.prouver").ForAnySignedIn().RequireRateLimiting(TriesLimit.Policy);
    }

    static async Task<IResult> Show(string? retour, AccountsDb db, Visitor visitor, CancellationToken ct) =>
        View(await db.Users.AsNoTracking().SingleAsync(a => a.Id == visitor.SignedIn.Id, ct), retour, new());

    static async Task<IResult> Submit([FromForm] ProveForm? form, AccountsDb db, Visitor visitor, FreshProof proof, CancellationToken ct)
    {
        form ??= new();
        var errors = new Errors();
        var account = await db.Users.SingleAsync(a => a.Id == visitor.SignedIn.Id, ct);
        if (!await proof.Takes(account, form, errors, ct))
        {
            return View(account, form.Retour, errors);
        }

        proof.Give(account.Id);
        return TypedResults.LocalRedirect(LocalAddress.Of(form.Retour, "/compte"));
    }

    static IResult View(Account account, string? returnTo, Errors errors) =>
        Html.Form<ProveOwnerPage, ProveOwnerModel>(new(LocalAddress.Of(returnTo, "/compte"), account.Email!, ProofFieldsModel.Of(account, errors)), errors);
}

public sealed record ProveForm : ProofForm
{
    public string? Retour { get; init; }
}

public sealed record ProveOwnerModel(string ReturnTo, string Email, ProofFieldsModel Fields);
