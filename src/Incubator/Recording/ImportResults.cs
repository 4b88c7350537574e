using Beffroi.Incubator.Accessibility;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Incubator.Recording;

/// <summary>Takes the results of an audit from a CSV file: all of them, or none while a line is wrong. Results that the file does not name stay.</summary>
public static class ImportResults
{
    const string Field = "Csv";

    public static void Map(IEndpointRouteBuilder app) => app.MapPost(ShowAudit.Route + "/resultats", Import).Does("incubateur.importer-audit").For(Role.Superadmin);

    static async Task<IResult> Import(Guid id, [FromForm] IFormCollection form, IncubatorDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await ShowAudit.Of(db, id, ct) is not { } audit)
        {
            return TypedResults.NotFound();
        }

        var (errors, typed) = (new Errors(), form[Field].ToString());
        if (!audit.IsDraft)
        {
            errors.Add(Field, "Cet audit n’est plus un brouillon : il ne change plus");
            return ShowAudit.View(audit, errors, typed, [], clock);
        }

        var (results, mistakes) = AuditCsv.Read(typed, audit.Pages);
        if (mistakes.Count > 0)
        {
            errors.Add(Field, $"Rien n’est importé : {French.Count(mistakes.Count, "ligne à corriger", "lignes à corriger")}");
            return ShowAudit.View(audit, errors, typed, mistakes, clock);
        }

        foreach (var result in results)
        {
            audit.Note(db, result);
        }

        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Audit(id));
    }
}
