using Beffroi.Accounts.OpenId;
using Beffroi.Accounts.Post;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Means;

/// <summary>Link an identity of a provider to one's account, on purpose and signed in: no address ever does it. Or unlink it.</summary>
public static class LinkIdentity
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var provider in Providers.All)
        {
            app.MapPost($"/compte/connexions/{provider.Key()}", ([FromForm] IFormCollection form, HttpContext context, Visitor visitor, OutsideSettings settings, ProviderCards cards, TimeProvider clock, CancellationToken ct) =>
                Link(provider, context, visitor, settings, cards, clock, ct)).Does("connexion.relier").ForAnySignedIn().RequireRateLimiting(TriesLimit.Policy).WithFreshProof("/compte/connexions");
        }

        app.MapPost("/compte/connexions/delier", Unlink).Does("connexion.delier").ForAnySignedIn().WithFreshProof("/compte/connexions");
    }

    static async Task<IResult> Link(Provider provider, HttpContext context, Visitor visitor, OutsideSettings all, ProviderCards cards, TimeProvider clock, CancellationToken ct)
    {
        if (all.Of(provider) is not { } settings)
        {
            return TypedResults.NotFound();
        }

        var errand = Errand.Start(provider, settings, visitor.SignedIn.Id, "/compte/connexions", clock.GetUtcNow());
        try
        {
            var url = errand.Address(settings, (await cards.Of(settings, ct)).Authorize, context.Request.ComeBack(provider));
            Errand.Cookie.Write(context, errand);
            return Html.View<OnwardPage, OnwardModel>(new(provider, url, Leaving: false));
        }
        catch (ProviderTroubleException)
        {
            // The page of the ordinary way says so, and what to do.
            return TypedResults.LocalRedirect(OutsideAddresses.Go(provider, "/compte/connexions"));
        }
    }

    static async Task<IResult> Unlink([FromForm] UnlinkForm? form, AccountsDb db, Visitor visitor, SignInManager<Account> signIn, Outbox outbox, SiteIdentity site, CancellationToken ct)
    {
        form ??= new();
        var account = await db.Users.SingleAsync(a => a.Id == visitor.SignedIn.Id, ct);
        if (await db.UserLogins.SingleOrDefaultAsync(l => l.UserId == account.Id && l.LoginProvider == form.Provider && l.ProviderKey == form.Subject, ct) is not { } login)
        {
            return TypedResults.NotFound();
        }

        if (!await WaysIn.Remain(db, account, login, ct))
        {
            return TypedResults.LocalRedirect("/compte/connexions?fait=derniere");
        }

        db.UserLogins.Remove(login);
        outbox.Write(SignInLetters.Changed(account, $"{login.ProviderDisplayName} n’ouvre plus votre compte", site));
        await signIn.EndOthers(account);
        return TypedResults.LocalRedirect("/compte/connexions?fait=delie");
    }
}

public sealed record UnlinkForm
{
    public string? Provider { get; init; }
    public string? Subject { get; init; }
}
