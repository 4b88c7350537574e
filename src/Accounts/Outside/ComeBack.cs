using Beffroi.Accounts.OpenId;
using Beffroi.Accounts.Post;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Beffroi.Accounts.Outside;

/// <summary>Comes back from FranceConnect or ProConnect: into the account of that subject, to the linking that was asked, or to the opening of an account.</summary>
public static class ComeBack
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var provider in Providers.All)
        {
            app.MapGet(OutsideAddresses.ComeBack(provider), ([AsParameters] Returned returned, [AsParameters] ComeBackNeeds needs, CancellationToken ct) =>
                Receive(provider, returned, needs, ct)).Does("connexion." + provider.Key()).ForEveryone().RequireRateLimiting(TriesLimit.Policy);
        }
    }

    static async Task<IResult> Receive(Provider provider, Returned returned, ComeBackNeeds needs, CancellationToken ct)
    {
        if (needs.Settings.Of(provider) is not { } settings)
        {
            return TypedResults.NotFound();
        }

        needs.Context.Response.Headers.CacheControl = "no-store";
        var errand = Errand.Cookie.Take(needs.Context);
        if (errand is null || errand.Provider != provider || !errand.IsAnsweredBy(returned.State))
        {
            return Refusal.View(provider, Why.Stale, needs.Site);
        }

        if (string.Equals(returned.Error, "access_denied", StringComparison.Ordinal))
        {
            return Refusal.View(provider, Why.Cancelled, needs.Site);
        }

        try
        {
            // The answer says who it comes from where the provider does so (RFC 9207): a code of another is not taken to this one.
            if (returned.Code is not { Length: > 0 } code || (returned.Iss is { } from && !string.Equals(from, settings.Issuer, StringComparison.Ordinal)))
            {
                throw new ProviderTroubleException("The provider gives no code of its own.");
            }

            var person = await needs.Exchange.Person(errand, settings, code, needs.Context.Request.ComeBack(provider), ct);
            return LetIn.Refuses(person, settings) is { } why ? Refusal.View(provider, why, needs.Site)
                : errand.Linking is { } account ? await Link(account, person, needs, ct)
                : await Enter(person, errand, needs, ct);
        }
        catch (ProviderTroubleException trouble)
        {
            OutsideLog.Refused(needs.Log, provider, trouble.Message);
            return Refusal.View(provider, Why.Silent, needs.Site);
        }
    }

    // The subject alone: an address is shared, lent, and changes hands.
    static async Task<IResult> Enter(OutsideIdentity person, Errand errand, ComeBackNeeds needs, CancellationToken ct)
    {
        if (await needs.Users.FindByLoginAsync(person.Provider.Key(), person.Subject) is not { } account)
        {
            Arrival.Cookie.Write(needs.Context, new(person, errand.ReturnTo));
            return TypedResults.LocalRedirect(OutsideAddresses.OpenAccount(person.Provider));
        }

        return await needs.Entrance.IsClosed(account, ct)
            ? Refusal.View(person.Provider, Why.Closed, needs.Site)
            : await needs.Entrance.Enter(account, new(person.HasTwoFactors, person.Provider, person.IdToken), errand.ReturnTo, ct);
    }

    // Asked by somebody signed in, who is still signed in: it is their account that is linked, whatever the addresses say.
    static async Task<IResult> Link(Guid linking, OutsideIdentity person, ComeBackNeeds needs, CancellationToken ct)
    {
        if (needs.Visitor.User?.Id != linking)
        {
            return Refusal.View(person.Provider, Why.Stale, needs.Site);
        }

        if (await needs.Users.FindByLoginAsync(person.Provider.Key(), person.Subject) is { } owner)
        {
            return owner.Id == linking ? TypedResults.LocalRedirect("/compte/connexions") : Refusal.View(person.Provider, Why.LinkedElsewhere, needs.Site);
        }

        var account = await needs.Db.Users.SingleAsync(a => a.Id == linking, ct);
        needs.Db.UserLogins.Add(OutsideLogin.Of(account, person));
        needs.Outbox.Write(SignInLetters.Changed(account, $"{person.Provider.Label()} ouvre maintenant votre compte", needs.Site));
        try
        {
            await needs.SignIn.EndOthers(account);
        }
        catch (DbUpdateException)
        {
            // The same identity linked elsewhere at the same moment: the other one was first.
            return Refusal.View(person.Provider, Why.LinkedElsewhere, needs.Site);
        }

        return TypedResults.LocalRedirect("/compte/connexions?fait=relie");
    }
}

/// <summary>What a provider sends back by the browser.</summary>
public sealed record Returned
{
    [FromQuery(Name = "state")] public string? State { get; init; }
    [FromQuery(Name = "code")] public string? Code { get; init; }
    [FromQuery(Name = "error")] public string? Error { get; init; }
    [FromQuery(Name = "iss")] public string? Iss { get; init; }
}

sealed record ComeBackNeeds
{
    public required HttpContext Context { get; init; }
    public required OutsideSettings Settings { get; init; }
    public required Exchange Exchange { get; init; }
    public required Entrance Entrance { get; init; }
    public required AccountsDb Db { get; init; }
    public required UserManager<Account> Users { get; init; }
    public required SignInManager<Account> SignIn { get; init; }
    public required Kit.Visitor Visitor { get; init; }
    public required Outbox Outbox { get; init; }
    public required SiteIdentity Site { get; init; }
    public required ILogger<Returned> Log { get; init; }
}
