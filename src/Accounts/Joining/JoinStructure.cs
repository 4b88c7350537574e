using Beffroi.Accounts.Post;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Joining;

/// <summary>Open an account in a structure that exists: its first account becomes its admin, the others wait for one.</summary>
public static class JoinStructure
{
    const string Path = "/inscription/structure/{id:guid}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Show).ForEveryone();
        app.MapPost(Path, Submit).Does("compte.demander").ForEveryone().RequireRateLimiting(TriesLimit.Policy);
    }

    static async Task<IResult> Show(Guid id, AccountsDb db, TimeProvider clock, CancellationToken ct) =>
        await Find(db, id, ct) is { } structure
            ? View(structure, await IsFirst(db, structure, clock, ct), new(), new())
            : TypedResults.NotFound();

    static async Task<IResult> Submit(Guid id, [FromForm] PersonForm? form, AccountsDb db, UserManager<Account> users, SignInManager<Account> signIn, Outbox outbox, SiteIdentity site, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        if (await Find(db, id, ct) is not { } structure)
        {
            return TypedResults.NotFound();
        }

        var errors = new Errors();
        var first = await IsFirst(db, structure, clock, ct);
        if (NewPerson.Read(form, errors) is { } person)
        {
            var account = Enrol(structure, person, first, clock.GetUtcNow());
            outbox.Welcome(db, account, site);
            foreach (var admin in first ? [] : await Admins.Deciding(db, structure, ct))
            {
                outbox.Write(Letters.AccountWaits(admin, account, structure.Name, site));
            }

            if (await users.Register(account, person.Password, errors))
            {
                await signIn.SignInAsync(account, isPersistent: false);
                return TypedResults.LocalRedirect("/compte?fait=inscription");
            }
        }

        return View(structure, first, form, errors);
    }

    static Account Enrol(Structure structure, NewPerson person, bool first, DateTimeOffset now)
    {
        var account = Account.Open(person.Name, person.Email, first ? Role.Admin : Role.Conseiller, structure.Id, now);
        account.AcceptTerms(now);
        if (first)
        {
            account.Decide(Verdict.Accepted, by: null, now);
            structure.TeamChanged();
        }

        return account;
    }

    // Administrative structures see all those below them: nobody walks in there without an invitation.
    static Task<Structure?> Find(AccountsDb db, Guid id, CancellationToken ct) =>
        db.Structures.SingleOrDefaultAsync(s => s.Id == id && s.Kind == StructureKind.Locale, ct);

    // Where somebody has been invited, the place of the first is kept for them.
    static async Task<bool> IsFirst(AccountsDb db, Structure structure, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return !await db.Users.AnyAsync(a => a.StructureId == structure.Id, ct)
            && !await db.Invitations.AnyAsync(i => i.StructureId == structure.Id && i.AcceptedAt == null && i.CancelledAt == null && i.ExpiresAt > now, ct);
    }

    static IResult View(Structure structure, bool first, PersonForm form, Errors errors) =>
        Html.Form<JoinStructurePage, JoinStructureModel>(new(structure.Id, structure.Name, first, form, errors), errors);
}

public sealed record JoinStructureModel(Guid Id, string Name, bool First, PersonForm Form, Errors Errors);
