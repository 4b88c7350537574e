using Beffroi.Chat.Doors;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Joining;

/// <summary>Come in: by one act when one's confirmed address is of an accepted organisation; by a new account, written to, when one has none.</summary>
public static class JoinOrganisation
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Join(l), Show).ForEveryone().CountsStep(ChatFunnel.Key, "rejoindre");
            app.MapPost(Addresses.Join(l), Join).Does("discussion.rejoindre").ForAnySignedIn().CountsStep(ChatFunnel.Key, "entree");
            app.MapPost(Addresses.Join(l) + l.Say("/confirmer", "/confirm"), AskAgain).Does("discussion.confirmer").ForAnySignedIn().RequireRateLimiting(JoinLimit.Policy);
            app.MapPost(Addresses.Join(l) + l.Say("/compte", "/account"), Register).Does("discussion.inscrire").ForEveryone().RequireRateLimiting(JoinLimit.Policy);
        }
    }

    static async Task<IResult> Show(HttpRequest request, Standing standing, CancellationToken ct) => View(await standing.Now(ct), Langs.Of(request));

    static async Task<IResult> Join([FromForm] IFormCollection form, HttpRequest request, Standing standing, ChatDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var (l, stands) = (Langs.Of(request), await standing.Now(ct));
        if (stands is not { Kind: StandingKind.MayJoin, Organisation: { } organisation })
        {
            return stands.Kind is StandingKind.In ? TypedResults.LocalRedirect(Addresses.Home(l)) : View(stands, l, StatusCodes.Status422UnprocessableEntity);
        }

        await Joined.Now(db, visitor.SignedIn.Id, organisation, visitor.SignedIn.Name, l, clock.GetUtcNow(), ct);
        return TypedResults.LocalRedirect(Addresses.Home(l));
    }

    static async Task<IResult> AskAgain([FromForm] IFormCollection form, HttpRequest request, Standing standing, INewcomers newcomers, Visitor visitor, CancellationToken ct)
    {
        var (l, stands) = (Langs.Of(request), await standing.Now(ct));
        if (stands.Kind is StandingKind.Unconfirmed)
        {
            await newcomers.AskAgain(visitor.SignedIn.Id, Addresses.Join(l), l, ct);
        }

        return View(stands with { Written = true }, l);
    }

    static async Task<IResult> Register([FromForm] NewcomerForm? form, HttpRequest request, OpenDomains domains, INewcomers newcomers, Visitor visitor, CancellationToken ct)
    {
        form ??= new();
        var l = Langs.Of(request);
        if (visitor.User is not null)
        {
            return TypedResults.LocalRedirect(Addresses.Join(l));
        }

        // The domain first: of an address that no organisation vouches for, nothing else is looked at, nor said.
        var (_, _, refusal) = await domains.Judge(form.Email, ct);
        var errors = new Errors();
        if (refusal is not null)
        {
            errors.Add(nameof(form.Email), refusal.In(l));
        }
        else
        {
            errors = await newcomers.Register(new() { Name = form.Name, Email = form.Email, Password = form.Password, TermsAccepted = form.Agrees, Language = l, Next = Addresses.Join(l) }, ct);
        }

        return errors.Any
            ? View(Stands.Stranger, l, StatusCodes.Status422UnprocessableEntity, form, errors)
            : View(Stands.Stranger with { Written = true }, l);
    }

    static IResult View(Stands stands, Lang l, int status = StatusCodes.Status200OK, NewcomerForm? form = null, Errors? errors = null) =>
        Html.View<JoinOrganisationPage, JoinOrganisationModel>(new(l, stands, form ?? new(), errors ?? new()), status);
}

public sealed record JoinOrganisationModel(Lang L, Stands Stands, NewcomerForm Form, Errors Errors);
