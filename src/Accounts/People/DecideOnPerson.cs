using Beffroi.Accounts.Post;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.People;

/// <summary>Accept, refuse or deactivate an account.</summary>
public static class DecideOnPerson
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            app.MapPost($"/personnes/{{id:guid}}/{Word(verdict)}", (Guid id, [FromForm] IFormCollection form, AccountsDb db, Visitor visitor, Outbox outbox, SiteIdentity site, TimeProvider clock, CancellationToken ct) => Submit(id, verdict, db, visitor, outbox, site, clock, ct))
                .Does($"compte.{Word(verdict)}").For(Role.Superadmin, Role.Admin);
        }
    }

    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Accepted => "accepter",
        Verdict.Refused => "refuser",
        Verdict.Deactivated => "desactiver",
    };

    static async Task<IResult> Submit(Guid id, Verdict verdict, AccountsDb db, Visitor visitor, Outbox outbox, SiteIdentity site, TimeProvider clock, CancellationToken ct)
    {
        if (await ShowPerson.Find(db, id, visitor.SignedIn, ct) is not { } account)
        {
            return TypedResults.NotFound();
        }

        var errors = new Errors();
        var others = account.StructureId is { } structure ? await db.OtherAdmins(structure, id, ct) : 0;
        if (TeamRules.ObjectionToVerdict(visitor.SignedIn, account, verdict, others) is { } objection)
        {
            errors.Add("", objection);
            return await ShowPerson.View(account, db, visitor.SignedIn, errors, ct);
        }

        account.Decide(verdict, visitor.SignedIn.Id, clock.GetUtcNow());
        if (verdict != Verdict.Deactivated)
        {
            outbox.Write(Letters.Deciding(account, verdict, site));
        }

        return await TeamSave.Save(account, db, visitor.SignedIn, ct);
    }
}
