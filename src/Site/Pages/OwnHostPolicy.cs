using Microsoft.AspNetCore.OutputCaching;

namespace Beffroi.Site.Pages;

/// <summary>Pages are kept for the site's own address only: whoever asks under made-up names would fill the memory with copies.</summary>
sealed class OwnHostPolicy(string host) : IOutputCachePolicy
{
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.AllowCacheStorage &= string.Equals(context.HttpContext.Request.Host.Host, host, StringComparison.OrdinalIgnoreCase);
        return ValueTask.CompletedTask;
    }
}
