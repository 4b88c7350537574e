using Beffroi.Accounts.OpenId;
using Beffroi.Accounts.Post;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Outside;

/// <summary>
/// The first time: an account of one's own. An address that has an account opens nothing of it; whoever owns both links them from
/// inside. An agent whose body has a structure here asks to join it, and a person decides.
/// </summary>
public static class OpenAccount
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var provider in Providers.All)
        {
            app.MapGet(OutsideAddresses.OpenAccount(provider), (HttpContext context, AccountsDb db, OutsideSettings settings, CancellationToken ct) => Show(provider, context, db, settings, ct)).ForEveryone();
            app.MapPost(OutsideAddresses.OpenAccount(provider), ([FromForm] OpenAccountForm? form, [AsParameters] OpenAccountNeeds needs, CancellationToken ct) => Submit(provider, form ?? new(), needs, ct))
                .Does("compte.ouvrir").ForEveryone().RequireRateLimiting(TriesLimit.Policy);
        }
    }

    static async Task<IResult> Show(Provider provider, HttpContext context, AccountsDb db, OutsideSettings settings, CancellationToken ct) =>
        settings.Of(provider) is null ? TypedResults.NotFound()
        : Find(provider, context) is { } arrival ? await View(arrival.Identity, new() { Name = arrival.Identity.Name, Email = arrival.Identity.Email }, db, new(), ct)
        : TypedResults.LocalRedirect("/connexion");

    static async Task<IResult> Submit(Provider provider, OpenAccountForm form, OpenAccountNeeds needs, CancellationToken ct)
    {
        if (needs.Settings.Of(provider) is null)
        {
            return TypedResults.NotFound();
        }

        if (Find(provider, needs.Context) is not { } arrival)
        {
            return Refusal.View(provider, Why.Stale, needs.Site);
        }

        var (person, errors) = (arrival.Identity, new Errors());
        if (NewOutsider.Read(form, errors) is { } newcomer)
        {
            var structure = await StructureOf(person, needs.Db, ct);
            var account = await Enrol(newcomer, person, structure, needs, ct);
            if (await needs.Users.Register(account, errors))
            {
                Arrival.Cookie.Take(needs.Context);
                await needs.Entrance.Open(account, new(person.HasTwoFactors, provider, person.IdToken));
                return TypedResults.LocalRedirect(structure is null ? arrival.ReturnTo : "/compte");
            }

            needs.Db.ChangeTracker.Clear();
        }

        return await View(person, form, needs.Db, errors, ct);
    }

    static async Task<Account> Enrol(NewOutsider newcomer, OutsideIdentity person, Structure? structure, OpenAccountNeeds needs, CancellationToken ct)
    {
        var now = needs.Clock.GetUtcNow();
        var account = Account.Open(newcomer.Name, newcomer.Email, Role.Conseiller, structure?.Id, now);
        account.AcceptTerms(now);
        needs.Db.UserLogins.Add(OutsideLogin.Of(account, person));
        needs.Outbox.Welcome(needs.Db, account, needs.Site);
        if (structure is not null)
        {
            foreach (var admin in await Admins.Deciding(needs.Db, structure, ct))
            {
                needs.Outbox.Write(Letters.AccountWaits(admin, account, structure.Name, needs.Site));
            }
        }

        return account;
    }

    static Arrival? Find(Provider provider, HttpContext context) =>
        Arrival.Cookie.Read(context) is { } arrival && arrival.Identity.Provider == provider ? arrival : null;

    // Nobody is accepted by a number: some are wrong (ProConnect says so), and an administrative structure sees all those below it.
    static async Task<Structure?> StructureOf(OutsideIdentity person, AccountsDb db, CancellationToken ct) =>
        person is { Provider: Provider.ProConnect, Siret: { } siret }
            ? await db.Structures.SingleOrDefaultAsync(s => s.Siret == siret && s.Kind == StructureKind.Locale, ct)
            : null;

    static async Task<IResult> View(OutsideIdentity person, OpenAccountForm form, AccountsDb db, Errors errors, CancellationToken ct) =>
        Html.Form<OpenAccountPage, OpenAccountModel>(new(person.Provider, person.Body, (await StructureOf(person, db, ct))?.Name, form, errors), errors);
}

sealed record OpenAccountNeeds
{
    public required HttpContext Context { get; init; }
    public required OutsideSettings Settings { get; init; }
    public required AccountsDb Db { get; init; }
    public required UserManager<Account> Users { get; init; }
    public required Entrance Entrance { get; init; }
    public required Outbox Outbox { get; init; }
    public required SiteIdentity Site { get; init; }
    public required TimeProvider Clock { get; init; }
}

/// <param name="Body">What ProConnect calls the organisation of the person.</param>
/// <param name="Structure">The structure here that has its number.</param>
public sealed record OpenAccountModel(Provider Provider, string? Body, string? Structure, OpenAccountForm Form, Errors Errors);
