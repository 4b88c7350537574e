using Beffroi.Kit;
using Microsoft.AspNetCore.OutputCaching;

namespace Beffroi.Site;

public static class PrivatePages
{
    /// <summary>On a shared computer the Back button must not bring somebody's page back, nor a file of it be found: only public pages may be kept, and they are checked again.</summary>
    public static void UsePrivatePages(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        // Read now: once the answer starts, the request's own services may be gone.
        var metadata = http.GetEndpoint()?.Metadata;
        var isSomebody = http.RequestServices.GetRequiredService<Visitor>().User is not null;
        var shared = (metadata?.GetMetadata<OutputCacheAttribute>() is not null || metadata?.GetMetadata<IOutputCachePolicy>() is not null) && !isSomebody;
        var api = http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            if (headers.CacheControl.Count == 0 && (api || isSomebody || http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true))
            {
                headers.CacheControl = shared ? "no-cache" : "no-store";
            }

            return Task.CompletedTask;
        });
        return next(http);
    });
}
