using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Incubator.Recording;

/// <summary>Publishes an audit that is whole, or withdraws one. The declaration follows at once, the foot of the pages within a minute.</summary>
public static class PublishAudit
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost(ShowAudit.Route + "/publier", Publish).RequireAntiforgery().Does("incubateur.publier-audit").For(Role.Superadmin);
        app.MapPost(ShowAudit.Route + "/retirer", Withdraw).RequireAntiforgery().Does("incubateur.retirer-audit").For(Role.Superadmin);
    }

    static async Task<IResult> Publish(Guid id, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await ShowAudit.Of(db, id, ct) is not { } audit)
        {
            return TypedResults.NotFound();
        }

        var errors = new Errors();
        if (audit.IsDraft && audit.Missing > 0)
        {
            errors.Add("Csv", $"Il manque {French.Count(audit.Missing, "résultat", "résultats")} : chaque critère en a un sur chaque page");
        }

        if (errors.Any)
        {
            return ShowAudit.View(audit, errors, null, [], clock);
        }

        if (audit.IsDraft)
        {
            (audit.PublishedAt, audit.PublishedBy) = (clock.GetUtcNow(), visitor.SignedIn.Id);
            await db.SaveChangesAsync(ct);
        }

        return TypedResults.LocalRedirect(Addresses.Audit(id));
    }

    static async Task<IResult> Withdraw(Guid id, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await ShowAudit.Of(db, id, ct) is not { } audit)
        {
            return TypedResults.NotFound();
        }

        if (audit.WithdrawnAt is null)
        {
            (audit.WithdrawnAt, audit.WithdrawnBy) = (clock.GetUtcNow(), visitor.SignedIn.Id);
            await db.SaveChangesAsync(ct);
        }

        return TypedResults.LocalRedirect(Addresses.Audit(id));
    }
}
