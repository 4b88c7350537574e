using Beffroi.Accounts.Prospects;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Partners;

/// <summary>The team writes down who may come, what comes next, whom they became, or that they will not come.</summary>
public static class WriteProspect
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(ListPartners.Path + "/nouveau", async (AccountsDb db, IEnumerable<IPartnerUse> services, CancellationToken ct) => View(null, new(), await Free(null, db, services, ct), new())).For(Role.Superadmin);
        app.MapPost(ListPartners.Path + "/nouveau", ([FromForm] ProspectForm? form, AccountsDb db, IEnumerable<IPartnerUse> services, Visitor visitor, TimeProvider clock, CancellationToken ct) =>
            Save(null, form ?? new(), db, services, visitor, clock, ct)).Does("partenaire.ajouter").For(Role.Superadmin);
        app.MapGet(ListPartners.Path + "/{id:guid}", Show).For(Role.Superadmin);
        app.MapPost(ListPartners.Path + "/{id:guid}", Change).Does("partenaire.modifier").For(Role.Superadmin);
        app.MapPost(ListPartners.Path + "/{id:guid}/perdre", Lose).Does("partenaire.perdre").For(Role.Superadmin);
        app.MapPost(ListPartners.Path + "/{id:guid}/reprendre", ComeBack).RequireAntiforgery().Does("partenaire.reprendre").For(Role.Superadmin);
        app.MapPost(ListPartners.Path + "/{id:guid}/effacer", Erase).RequireAntiforgery().Does("partenaire.effacer").For(Role.Superadmin);
    }

    static Task<Prospect?> Find(AccountsDb db, Guid id, CancellationToken ct) => db.Prospects.SingleOrDefaultAsync(p => p.Id == id, ct);

    static async Task<IResult> Show(Guid id, AccountsDb db, IEnumerable<IPartnerUse> services, CancellationToken ct) =>
        await Find(db, id, ct) is { } met ? View(met, ProspectForm.Of(met), await Free(met, db, services, ct), new()) : TypedResults.NotFound();

    static async Task<IResult> Change(Guid id, [FromForm] ProspectForm? form, AccountsDb db, IEnumerable<IPartnerUse> services, Visitor visitor, TimeProvider clock, CancellationToken ct) =>
        await Find(db, id, ct) is { } met ? await Save(met, form ?? new(), db, services, visitor, clock, ct) : TypedResults.NotFound();

    static async Task<IResult> Save(Prospect? met, ProspectForm form, AccountsDb db, IEnumerable<IPartnerUse> services, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var (errors, free) = (new Errors(), await Free(met, db, services, ct));
        if (form.Into(met, free, visitor.SignedIn.Id, clock.GetUtcNow(), errors) is not { } written)
        {
            return View(met, form, free, errors);
        }

        if (met is null)
        {
            db.Add(written);
        }

        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(ListPartners.Path);
    }

    static async Task<IResult> Lose(Guid id, [FromForm] ProspectForm? form, AccountsDb db, IEnumerable<IPartnerUse> services, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await Find(db, id, ct) is not { } met)
        {
            return TypedResults.NotFound();
        }

        var why = string.Join(' ', (form?.LostWhy ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (why.Length is 0 or > Prospect.WordsMaxLength)
        {
            var errors = new Errors();
            errors.Add(nameof(ProspectForm.LostWhy), why.Length == 0 ? "Dites pourquoi, en quelques mots" : $"Raccourcissez à {French.Number(Prospect.WordsMaxLength)} caractères au plus");
            return View(met, ProspectForm.Of(met) with { LostWhy = why }, await Free(met, db, services, ct), errors);
        }

        met.Lose(why, visitor.SignedIn.Id, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect($"{ListPartners.Path}/{id}");
    }

    static async Task<IResult> ComeBack(Guid id, AccountsDb db, CancellationToken ct)
    {
        if (await Find(db, id, ct) is not { } met)
        {
            return TypedResults.NotFound();
        }

        met.ComeBack();
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect($"{ListPartners.Path}/{id}");
    }

    static async Task<IResult> Erase(Guid id, AccountsDb db, CancellationToken ct)
    {
        if (await Find(db, id, ct) is not { } met)
        {
            return TypedResults.NotFound();
        }

        db.Remove(met);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(ListPartners.Path);
    }

    // Those that are no other prospect's.
    static async Task<IReadOnlyList<Registered>> Free(Prospect? met, AccountsDb db, IEnumerable<IPartnerUse> services, CancellationToken ct)
    {
        var own = met?.Id;
        var taken = (await db.Prospects.Where(p => p.BecameId != null && p.Id != own).Select(p => new { p.Part, p.BecameId }).ToListAsync(ct)).Select(p => (p.Part, p.BecameId!.Value)).ToHashSet();
        var all = new List<Registered>();
        foreach (var service in services)
        {
            all.AddRange((await service.Read(ct)).Where(u => !taken.Contains((service.Part, u.Id))).Select(u => new Registered(service.Part, u.Id, u.Name)));
        }

        return [.. all.OrderBy(r => r.Part).ThenBy(r => r.Name, StringComparer.Create(French.Culture, ignoreCase: true))];
    }

    static IResult View(Prospect? met, ProspectForm form, IReadOnlyList<Registered> free, Errors errors) => Html.Form<WriteProspectPage, WriteProspectModel>(new(met, form, free, errors), errors);
}

/// <param name="Met">Null: a new one.</param>
public sealed record WriteProspectModel(Prospect? Met, ProspectForm Form, IReadOnlyList<Registered> Free, Errors Errors);
