using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots.Api;

/// <summary>The key behind a request of a program, and the sector of its organisation, for routes that say <see cref="ForKeys"/>.</summary>
public sealed class KeyHolder
{
    public ApiKey Key { get => field ?? throw new InvalidOperationException("This route must say ForKeys."); private set; }

    public string Sector { get; private set; } = "";

    /// <summary>401 without a key in force, of an organisation that is still open.</summary>
    public static TBuilder ForKeys<TBuilder>(TBuilder route) where TBuilder : IEndpointConventionBuilder => route.ForEveryone().AddEndpointFilter(async (context, next) =>
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        var (db, clock) = (services.GetRequiredService<BotsDb>(), services.GetRequiredService<TimeProvider>());
        var (hash, today) = (KeySecret.Given(http.Request.Headers.Authorization) is { } given ? KeySecret.HashOf(given) : "", clock.Today());
        var key = hash.Length == 0 ? null : await db.Keys.AsNoTracking().SingleOrDefaultAsync(k => k.Hash == hash && k.RevokedAt == null && k.ExpiresOn >= today, http.RequestAborted);
        if (key is null || await services.GetRequiredService<IAnalysts>().SectorOf(key.OrganisationId, http.RequestAborted) is not { } sector)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return TypedResults.Problem("Il faut une clé en vigueur : Authorization: Bearer bfr_… (A key in force is needed.)", statusCode: StatusCodes.Status401Unauthorized);
        }

        var holder = services.GetRequiredService<KeyHolder>();
        (holder.Key, holder.Sector) = (key, sector);
        services.GetRequiredService<Actor>().Who = $"cle:{key.Id}";
        return await next(context);
    });
}
