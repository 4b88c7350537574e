using System.Security.Claims;
using Microsoft.AspNetCore.Diagnostics;
using Beffroi.Kit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts;

/// <summary>
/// Says who is asking, from the database at each request, and closes the doors that are not theirs.
/// It stands between authentication, which reads the cookie, and authorization, which sends strangers to sign in.
/// </summary>
sealed class CurrentUserLoading(RequestDelegate next)
{
    static readonly string StampClaim = new ClaimsIdentityOptions().SecurityStampClaimType;

    public async Task InvokeAsync(HttpContext context, AccountsDb db, Visitor visitor, Actor actor, TimeProvider clock)
    {
        var endpoint = context.GetEndpoint();
        // A file is for anyone; and what broke a page may be the database: its error page does without a person.
        if (endpoint?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            visitor.User = null;
            await next(context);
            return;
        }

        actor.Act = endpoint?.Metadata.GetMetadata<ActName>()?.Name;
        actor.Who = "anonyme";
        var person = await Find(context, db, clock.GetUtcNow());
        (visitor.User, visitor.Banner) = (person?.User, person?.Banner);
        if (person is null)
        {
            await next(context);
            return;
        }

        actor.Who = $"compte:{person.User.Id}";
        if (endpoint?.Metadata.GetMetadata<AllowedRoles>() is { } allowed && Closed(context, person, allowed) is { } answer)
        {
            await answer.ExecuteAsync(context);
            return;
        }

        await next(context);
    }

    static IResult? Closed(HttpContext context, SignedIn person, AllowedRoles allowed) =>
        !person.User.Accepted ? Api.Asks(context) ? TypedResults.StatusCode(StatusCodes.Status403Forbidden) : Html.View<WaitingPage, WaitingModel>(new(person.Verdict), StatusCodes.Status403Forbidden)
        : !allowed.Allows(person.User) ? TypedResults.StatusCode(StatusCodes.Status403Forbidden)
        : person.TermsAreCurrent ? null
        : HttpMethods.IsGet(context.Request.Method) && !Api.Asks(context) ? TypedResults.LocalRedirect(SignIn.AcceptTerms.Url(context.Request.PathBase + context.Request.Path + context.Request.QueryString))
        : TypedResults.StatusCode(StatusCodes.Status403Forbidden);

    static async Task<SignedIn?> Find(HttpContext context, AccountsDb db, DateTimeOffset now)
    {
        if (!Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            return null;
        }

        var person = await Read(db, id, context.User.FindFirstValue(StampClaim), now, context.RequestAborted);
        if (person is null)
        {
            // The account is gone, closed, or its password was changed elsewhere: the cookie is worth nothing any more.
            await context.SignOutAsync(IdentityConstants.ApplicationScheme);
            context.User = new(new ClaimsIdentity());
        }

        return person;
    }

    static async Task<SignedIn?> Read(AccountsDb db, Guid id, string? stamp, DateTimeOffset now, CancellationToken ct)
    {
        var found = await db.Users.AsNoTracking().Where(a => a.Id == id && a.SecurityStamp == stamp).Select(a => new
        {
            a.Name,
            a.Role,
            a.StructureId,
            a.TermsVersion,
            Verdict = a.Decisions.OrderByDescending(d => d.Number).Select(d => (Verdict?)d.Verdict).FirstOrDefault(),
            Banner = db.Banners.Where(b => b.From <= now && b.Until > now).OrderByDescending(b => b.From).Select(b => b.Text).FirstOrDefault(),
            Path = db.Structures.Where(s => s.Id == a.StructureId).Select(s => s.Path).FirstOrDefault(),
        }).SingleOrDefaultAsync(ct);
        if (found is null or { Verdict: Verdict.Deactivated })
        {
            return null;
        }

        IReadOnlyList<Guid> structures = found switch
        {
            { Path: null } => [],
            { Role: Role.Admin } => await db.Structures.Where(s => s.Path.StartsWith(found.Path)).OrderBy(s => s.Path).Select(s => s.Id).ToListAsync(ct),
            _ => [found.StructureId!.Value],
        };
        return new(new()
        {
            Id = id,
            Name = found.Name,
            Role = found.Role,
            StructureId = found.StructureId,
            Structures = structures,
            Accepted = found.Verdict == Verdict.Accepted,
        }, found.Verdict, string.Equals(found.TermsVersion, Terms.Version, StringComparison.Ordinal), found.Banner);
    }

    sealed record SignedIn(CurrentUser User, Verdict? Verdict, bool TermsAreCurrent, string? Banner);
}
