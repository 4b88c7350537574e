using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Recording;

/// <summary>The controller's decision on the assessment of a service, written down: a row more each time, nothing is overwritten.</summary>
public static class WriteRecord
{
    const string Path = ListRecords.Path + "/{service}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Show).For(Role.Superadmin);
        app.MapPost(Path, Submit).Does("traitement.consigner").For(Role.Superadmin);
    }

    static async Task<IResult> Show(string service, IEnumerable<IRegister> registers, AccountsDb db, CancellationToken ct) =>
        Find(service, registers) is { } template ? View(template, RecordForm.Of(await Last(db, service, ct)), new()) : TypedResults.NotFound();

    static async Task<IResult> Submit(string service, [FromForm] RecordForm? form, IEnumerable<IRegister> registers, AccountsDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (Find(service, registers) is not { } template)
        {
            return TypedResults.NotFound();
        }

        form ??= new();
        var errors = new Errors();
        var number = ((await Last(db, service, ct))?.Number ?? 0) + 1;
        if (form.Read(template, number, visitor.SignedIn, clock.GetUtcNow(), clock.ParisDay(), errors) is not { } record)
        {
            return View(template, form, errors);
        }

        db.Add(record);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            errors.Add("", "Une autre personne vient d’écrire la même analyse : relisez, puis recommencez");
            return View(template, form, errors);
        }

        return TypedResults.LocalRedirect(ListRecords.Path + "?fait=consigne");
    }

    static AssessmentTemplate? Find(string service, IEnumerable<IRegister> registers) => registers.Select(r => r.Assessment).FirstOrDefault(t => string.Equals(t?.Key, service, StringComparison.Ordinal));

    static Task<TreatmentRecord?> Last(AccountsDb db, string service, CancellationToken ct) =>
        db.TreatmentRecords.AsNoTracking().Where(r => r.Service == service).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);

    static IResult View(AssessmentTemplate template, RecordForm form, Errors errors) => Html.Form<WriteRecordPage, WriteRecordModel>(new(template, form, errors), errors);
}

public sealed record WriteRecordModel(AssessmentTemplate Template, RecordForm Form, Errors Errors);
