using Beffroi.Dsfr;
using Beffroi.Incubator.Compliance;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Incubator.Auditing;

/// <summary>Begins an audit: who, when, what, and the pages of the sample. Results come after, and it counts once published.</summary>
public static class WriteAudit
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Addresses.NewAudit, () => View(new(), new())).For(Role.Superadmin);
        app.MapPost(Addresses.NewAudit, Write).Does("incubateur.ecrire-audit").For(Role.Superadmin);
    }

    static async Task<IResult> Write([FromForm] AuditForm? form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var (errors, typed) = (new Errors(), form ?? new());
        if (typed.Read(visitor.SignedIn.Id, clock.GetUtcNow(), clock.Today(), errors) is not { } audit)
        {
            return View(typed, errors);
        }

        db.Add(audit);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Audit(audit.Id));
    }

    static IResult View(AuditForm typed, Errors errors) => Html.Form<WriteAuditPage, WriteAuditModel>(
        new(typed, errors, [new(AuditForm.WholeSite, "Tout le site"), .. HostedServices.All.Select(s => new Option(s.Key(), s.Label()))]), errors);
}

public sealed record WriteAuditModel(AuditForm Typed, Errors Errors, IReadOnlyList<Option> Subjects);
