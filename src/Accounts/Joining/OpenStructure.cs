using Beffroi.Accounts.Post;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Joining;

/// <summary>Open a local structure and its first account, its admin.</summary>
public static class OpenStructure
{
    const string Path = "/inscription/nouvelle-structure";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, () => View(new(), new())).ForEveryone();
        app.MapPost(Path, Submit).Does("structure.ouvrir").ForEveryone().RequireRateLimiting(TriesLimit.Policy);
    }

    static async Task<IResult> Submit([FromForm] OpenStructureForm? form, AccountsDb db, UserManager<Account> users, SignInManager<Account> signIn, Outbox outbox, SiteIdentity site, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var errors = new Errors();
        var details = StructureDetails.Read(form.Structure(), errors);
        var person = NewPerson.Read(form.Person(), errors);
        if (details?.Siret is { } siret && await db.Structures.AnyAsync(s => s.Siret == siret.Digits, ct))
        {
            errors.Add(nameof(form.Siret), "Une structure a déjà ce numéro : cherchez-la pour la rejoindre");
        }

        if (details is not null && person is not null && !errors.Any)
        {
            var (structure, account) = Found(details, person, clock.GetUtcNow());
            db.Structures.Add(structure);
            outbox.Welcome(db, account, site);
            if (await users.Register(account, person.Password, errors))
            {
                await signIn.SignInAsync(account, isPersistent: false);
                return TypedResults.LocalRedirect("/compte?fait=inscription");
            }
        }

        return View(form, errors);
    }

    static (Structure Structure, Account Account) Found(StructureDetails details, NewPerson person, DateTimeOffset now)
    {
        var structure = Structure.Open(details, parent: null, now);
        var account = Account.Open(person.Name, person.Email, Role.Admin, structure.Id, now);
        account.AcceptTerms(now);
        account.Decide(Verdict.Accepted, by: null, now);
        return (structure, account);
    }

    static IResult View(OpenStructureForm form, Errors errors) =>
        Html.Form<OpenStructurePage, OpenStructureModel>(new(form, errors), errors);
}

/// <summary>Both halves of the form, as typed.</summary>
public sealed record OpenStructureForm
{
    public string? StructureName { get; init; }
    public string? Type { get; init; }
    public string? PostCode { get; init; }
    public string? Siret { get; init; }
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Password { get; init; }
    public string? TermsAccepted { get; init; }

    // Only local structures open themselves.
    public StructureForm Structure() => new() { StructureName = StructureName, Kind = nameof(StructureKind.Locale), Type = Type, PostCode = PostCode, Siret = Siret };

    public PersonForm Person() => new() { Name = Name, Email = Email, Password = Password, TermsAccepted = TermsAccepted };
}

public sealed record OpenStructureModel(OpenStructureForm Form, Errors Errors);
